"""The letters of a Vietnamese list are labels in every format, and no slips."""

import io

import docx
import pytest
import sauro

LETTERS = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m"]
HEAD = ["KẾ HOẠCH", "Năm 2026", "II. NHIỆM VỤ", "1. Tuyên truyền"]


def lines(close: str) -> list[str]:
    """Write a list of tasks."""
    tail = "(Phòng Kinh tế chủ trì; hoàn thành trong tháng 6/2026)."
    return [f"{one}{close} Rà soát nội dung {i} {tail}" for i, one in enumerate(LETTERS, start=1)]


def as_docx(texts: list[str]) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("close", [")", ".", "/"])
@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx"])
def test_letters_number_tasks_of_the_text(form: str, close: str) -> None:
    texts = HEAD + lines(close)
    source: str | bytes = {
        "text": "\n".join(texts),
        "markdown": "\n\n".join(texts),
        "html": "".join(f"<p>{one}</p>" for one in texts),
        "docx": as_docx(texts),
    }[form]
    plan = sauro.read_plan(text=source, format=form)
    assert [task.id for task in plan.tasks] == [f"0.II.1.{one}" for one in LETTERS]
    assert not plan.slips


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_letters_number_rows(form: str) -> None:
    rows = [["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Việc chung", "Phòng Kinh tế"]]
    rows += [[f"{one})", f"Rà soát nội dung {one}", "Phòng Kinh tế"] for one in LETTERS]
    if form == "text":
        source = "\n".join("\t".join(row) for row in rows)
    else:
        piped = ["| " + " | ".join(row) + " |" for row in rows]
        source = "\n".join([piped[0], "|---|---|---|", *piped[1:]])
    plan = sauro.read_plan(text=source, format=form)
    assert [task.id for task in plan.tasks] == ["1.1", *(f"1.1.{one}" for one in LETTERS)]
    assert not plan.slips


@pytest.mark.parametrize(
    "text",
    [
        "Theo điểm đ khoản 2 Điều 5.",
        "Các điểm d, đ và e.",
        "Mức 100.000 đ một hồ sơ.",
        "Đ. Nội dung",
    ],
)
def test_the_letter_is_no_slip_where_it_stands_alone(text: str) -> None:
    assert not sauro.read_plan(text=f"KẾ HOẠCH\nNăm 2026\n\nI. MỤC TIÊU\n{text}").slips
