"""Lists of HTML, Markdown with pieces of HTML, and what stands before the text of a file."""

import json
from pathlib import Path

import pytest
import sauro

ITEMS = ["Rà soát thủ tục", "Họp dân", "Số hóa hồ sơ"]


def read(source: str) -> str:
    """Give the lines of a list, with their labels, as a cell of a table keeps them."""
    rows = ["<td>A</td><td>B</td><td>C</td>", f"<td>1</td><td>{source}</td><td>2</td>"]
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    plan = sauro.read_plan(text=table, format="html")
    assert plan.coverage.lost == 0
    return plan.tables[0].rows[1][1]


def listed(tag: str, items: list[str], item: str) -> str:
    return f"<{tag}>" + "".join(item.format(one) for one in items) + f"</{tag.split()[0]}>"


LABELS = [
    ("ol", ["1.", "2.", "3."]),
    ('ol type="a"', ["a)", "b)", "c)"]),
    ('ol type="A"', ["A.", "B.", "C."]),
    ('ol type="i"', ["i.", "ii.", "iii."]),
    ('ol type="I"', ["I.", "II.", "III."]),
    ('ol start="4"', ["4.", "5.", "6."]),
    ('ol start="0"', ["0.", "1.", "2."]),
    ('ol start="26" type="a"', ["z)", "aa)", "ab)"]),
    ("ol reversed", ["3.", "2.", "1."]),
    ('ol reversed start="10"', ["10.", "9.", "8."]),
    ('ol style="list-style-type: lower-roman"', ["i.", "ii.", "iii."]),
    ('ol style="color:red;list-style:upper-alpha inside"', ["A.", "B.", "C."]),
    ('ol style="list-style-type:decimal-leading-zero"', ["01.", "02.", "03."]),
    ('ol style="list-style: none"', ["", "", ""]),
    ("ul", ["-", "-", "-"]),
    ('ul style="list-style-type:none"', ["", "", ""]),
]


@pytest.mark.parametrize(
    "item",
    [
        "<li>{}</li>",
        "<li><p>{}</p></li>",
        "<li><div><span>{}</span></div></li>",
        "<li>{}",
        "<li>\n  <p>\n {}</p>\n</li>\n",
    ],
)
@pytest.mark.parametrize(("tag", "labels"), LABELS)
def test_items_have_the_labels_that_are_seen(tag: str, labels: list[str], item: str) -> None:
    wanted = [f"{label} {one}".strip() for label, one in zip(labels, ITEMS, strict=True)]
    assert read(listed(tag, ITEMS, item)) == " ".join(wanted)


def test_items_may_have_their_own_numbers_and_labels() -> None:
    assert (
        read('<ol><li value="7">một</li><li>hai</li><li type="a">ba</li></ol>')
        == "7. một 8. hai i) ba"
    )
    assert read("<ol><li>1.1. một</li><li><b>a)</b> hai</li></ol>") == "1.1. một a) hai"
    assert read("<ul><li>- một</li><li>+ hai</li></ul>") == "- một + hai"


@pytest.mark.parametrize("item", ["{}", "<p>{}</p>"])
def test_lists_in_lists_keep_their_bullets(item: str) -> None:
    one, two, three, four = (item.format(text) for text in ("một", "hai", "ba", "bốn"))
    inner = f"<ul><li>{two}</li><li>{three}</li></ul>"
    assert read(f"<ul><li>{one}{inner}</li><li>{four}</li></ul>") == "- một + hai + ba - bốn"
    assert read(f"<ol><li>{one}{inner}</li><li>{four}</li></ol>") == "1. một - hai - ba 2. bốn"
    assert read(f'<ul><li>{one}<ol type="a"><li>{two}</li></ol></li></ul>') == "- một a) hai"


@pytest.mark.parametrize("item", ["<li>{}</li>", "<li><p>{}</p></li>"])
def test_items_of_the_text_are_tasks(item: str) -> None:
    items = [
        "Họp dân (Phòng Kinh tế chủ trì; hoàn thành trong tháng 6/2026).",
        "Rà soát (Công an xã chủ trì; hoàn thành trong tháng 7/2026).",
    ]
    plan = sauro.read_plan(
        text="<p>KẾ HOẠCH</p><p>Năm 2026</p><p>II. NHIỆM VỤ</p><p>1. Tuyên truyền</p>"
        + listed('ol type="a"', items, item),
        format="html",
    )
    assert [task.id for task in plan.tasks] == ["0.II.1.a", "0.II.1.b"]


HEAD = "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Họp dân | Phòng Kinh tế |\n"


@pytest.mark.parametrize("form", ["markdown", "html", "text"])
def test_entities_are_their_signs(form: str) -> None:
    text = (
        "T&#7927; l&ecirc;&#x323; &ge; 90%, &plusmn; 5 &hellip; R&amp;D &bull; xã A&nbsp;B &khong;"
    )
    source = {
        "markdown": f"# KẾ HOẠCH\n\nNăm 2026\n\n## I. MỤC TIÊU\n\n{text}\n\n{HEAD}",
        "html": f"<p>I. MỤC TIÊU</p><p>{text}</p>",
        "text": f"I. MỤC TIÊU\n\n{text}\n",
    }[form]
    plan = sauro.read_plan(text=source, format=form)
    said = plan.sections[0].paragraphs[0]
    assert said.startswith("Tỷ lệ ≥ 90%, ± 5 … R&D • xã A B &khong;".replace(" ", said[2])), said


PAGE_TABLE = (
    "<table>\n<tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr>\n"
    "<tr>\n<td>1</td><td>Họp dân</td><td rowspan='2'>Phòng Kinh tế</td></tr>\n"
    "\n<tr><td>2</td><td>Rà soát</td></tr></TABLE>\n"
)


@pytest.mark.parametrize(
    "table",
    [
        PAGE_TABLE,
        PAGE_TABLE.replace("\n", ""),
        "  " + PAGE_TABLE,
        PAGE_TABLE.replace("<table>", '<TABLE class="a" border=1>'),
    ],
)
def test_a_table_of_html_stands_in_markdown(table: str) -> None:
    title = "# KẾ HOẠCH\n\nCải cách hành chính năm 2026\n\n## Phụ lục I"
    source = f"{title}\n\n{table.rstrip()}\n\n## Phụ lục II\n\n{HEAD}"
    plan = sauro.read_plan(text=source, format="markdown")
    assert [(task.id, task.title, task.leads) for task in plan.tasks] == [
        ("1.1", "Họp dân", ["phong-kinh-te"]),
        ("1.2", "Rà soát", ["phong-kinh-te"]),
        ("2.1", "Họp dân", ["phong-kinh-te"]),
    ]
    assert plan.tasks[0].span.line >= 7
    assert plan.coverage.lost == 0


ATTRIBUTES = {
    "title": "Trang của xã",
    "Số ký hiệu": "21/KH-UBND",
    "date": "2026-01-15",
    "signer": "Trần Thị Bình",
    "layout": "post",
}
TEXT = "KẾ HOẠCH\n\nCải cách hành chính năm 2026\n\nI. NHIỆM VỤ\n\n1. Họp dân.\n"


def fronts() -> list[str]:
    yaml = "\n".join(f"{name}: {value}" for name, value in ATTRIBUTES.items())
    quoted = "\n".join(f'{name}: "{value}"' for name, value in ATTRIBUTES.items())
    toml = "\n".join(f'"{name}" = "{value}"' for name, value in ATTRIBUTES.items())
    return [
        f"---\n{yaml}\ntags:\n  - a\n  - b\n---\n",
        f"---\n# note\n{quoted}\n---\n",
        f"+++\n{toml}\n+++\n",
        json.dumps(ATTRIBUTES, ensure_ascii=False, indent=2) + "\n",
        json.dumps({**ATTRIBUTES, "tags": ["a", {"date": "x"}]}, ensure_ascii=False) + "\n",
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "automatic"])
@pytest.mark.parametrize("front", fronts())
def test_what_stands_before_a_text_is_set_aside_and_used(
    front: str, form: str, tmp_path: Path
) -> None:
    plan = sauro.read_plan(text=front + "\n" + TEXT, format=form)
    document = plan.document
    assert document.number == "21/KH-UBND"
    assert str(document.date) == "2026-01-15"
    assert document.signer == "Trần Thị Bình"
    assert document.title == "Cải cách hành chính năm 2026"
    assert plan.unread[0].text == front.strip()
    assert plan.sections[0].span.line == (front + "\n" + TEXT).split("\n").index("I. NHIỆM VỤ") + 1
    assert plan.coverage.lost == 0


def test_the_letterhead_wins_over_what_stands_before_it() -> None:
    letterhead = (
        "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 30/KH-UBND\n\nAn Lộc, ngày 02 tháng 03 năm 2026\n\n"
    )
    plan = sauro.read_plan(text=fronts()[0] + letterhead + TEXT)
    assert (plan.document.number, str(plan.document.date)) == ("30/KH-UBND", "2026-03-02")


@pytest.mark.parametrize(
    "text",
    [
        "---\nI. NHIỆM VỤ\n---\n1. Họp dân",
        '{"a": 1}',
        "---\n\nKẾ HOẠCH\n",
        "{a} KẾ HOẠCH\n1. b",
        "---\na: 1\n",
    ],
)
def test_what_is_no_such_block_is_text(text: str) -> None:
    plan = sauro.read_plan(text=text, format="text")
    assert not any(one.reason == "thuộc tính ghi ở đầu tệp" for one in plan.unread)
    assert plan.coverage.lost == 0
