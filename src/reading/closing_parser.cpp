#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/document_parser.hpp"
#include "reading/mentions.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {

void parse_closing(Context& context, const std::vector<Unit>& units, std::size_t from,
                   std::size_t to) {
  Document& document = context.plan.document;
  bool listing = false;
  std::deque<bool> keeps_minutes;  // of the posts whose names are to come
  for (std::size_t i = from; i < to; ++i) {
    const std::string_view text = units[i].text;
    const Bullet bullet = take_bullet(text);
    const std::string key = fold(text.substr(0, 40));
    const auto date = place_and_date(text);
    if (is_recipients_line(text)) {
      document.closing.emplace_back(text);
      listing = true;
    } else if (listing && (bullet.marks != 0 || text.ends_with(';') || key.starts_with("luu"))) {
      std::string_view name = bullet.rest;
      while (!name.empty() && (name.back() == ';' || name.back() == '.')) name.remove_suffix(1);
      context.count_marks(count_visible(text) - count_visible(name));
      document.recipients.emplace_back(name);
      listing = !key.starts_with("luu");
    } else if (is_person(text) && !keeps_minutes.empty() && keeps_minutes.front()) {
      document.closing.emplace_back(text);
      keeps_minutes.pop_front();
    } else if (is_person(text) && document.signer.empty()) {
      document.signer = text;
      if (!keeps_minutes.empty()) keeps_minutes.pop_front();
    } else if (date || text == document.signer || is_role_line(text) || is_signing_note(text) ||
               is_rule(text)) {
      if (date && !document.date) document.date = date->date;
      if (is_role_line(text) && words().signs(key))
        keeps_minutes.push_back(words().keeps_minutes(key));
      document.closing.emplace_back(text);
    } else {
      context.leave_unread(text, "trong khối chữ ký, không nhận ra", units[i].place);
    }
  }
}

void cite(Annex& annex) {
  const auto number = find_number(annex.note);
  if (number) annex.cites.number = number->number.to_string();
  if (const auto date = find_date(annex.note, number ? number->end : 0)) {
    annex.cites.date = date->date;
  }
}

}  // namespace sauro::inline v0_1::detail
