// Saves a row without loading the page anew; where this can't run, the forms work by themselves.
"use strict";
const said = document.getElementById("said");

function take(page, id) {
  const row = document.getElementById(id), other = page.getElementById(id);
  if (!row || !other) return false;
  row.replaceWith(document.adoptNode(other));
  const cards = page.querySelector(".cards");
  document.querySelector(".cards").replaceWith(document.adoptNode(cards));
  return true;
}

document.addEventListener("submit", async event => {
  const form = event.target, row = form.closest(".row");
  if (!row || form.method !== "post") return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (!answer) {
    said.textContent = document.body.dataset.lost;
    said.className = "message";
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const message = page.querySelector("[role=alert]");
  if (!take(page, row.id)) {
    location.reload();
    return;
  }
  if (body.get("who"))
    for (const who of document.querySelectorAll("[name=who]")) who.value = body.get("who");
  said.textContent = message ? message.textContent : document.body.dataset.saved;
  said.className = message ? "message" : "soft";
  const now = document.getElementById(row.id);
  if (message) now.prepend(document.adoptNode(message));
  (now.querySelector("[aria-describedby]") || now.querySelector("summary")).focus();
});
