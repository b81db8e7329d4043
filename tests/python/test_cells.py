"""What a cell says: breaks are blanks, lists of agencies are parted as they are written."""

import html
import json
from pathlib import Path

import pytest
import sauro

REGISTER = Path(__file__).resolve().parents[2] / "src/data/agencies.json"
NAMES = [entry["name"] for entry in json.loads(REGISTER.read_text(encoding="utf-8"))["entries"]]
HEAD = """<p>ỦY BAN NHÂN DÂN</p><p>{}</p><p>Số: 21/KH-UBND</p>
<p>An Lộc, ngày 15 tháng 01 năm 2026</p><p>KẾ HOẠCH</p><p>Cải cách hành chính năm 2026</p>"""
COLUMNS = ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
PROVINCE, COMMUNE = "TỈNH KIÊN GIANG", "XÃ AN LỘC"


def plan_of(cells: dict[str, str], issuer: str = COMMUNE) -> sauro.Plan:
    row = ["1", *(cells.get(name, "") for name in COLUMNS[1:])]
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{html.escape(c).replace(chr(10), '<br>')}</td>" for c in one)
        + "</tr>"
        for one in (COLUMNS, row)
    )
    text = f"{HEAD.format(issuer)}<table>{rows}</table>"
    return sauro.read_plan(text=text, format="html")


def leads(cell: str, issuer: str = PROVINCE) -> tuple[list[str], list[str], list[str]]:
    """Names of the leads, of the coordinators, and which of both stand for many."""
    plan = plan_of({"Nhiệm vụ": "Lập báo cáo", "Cơ quan chủ trì": cell}, issuer)
    task = plan.tasks[0]
    both = [plan.agencies[one] for one in [*task.leads, *task.coordinators]]
    return (
        [plan.agencies[one].name for one in task.leads],
        [plan.agencies[one].name for one in task.coordinators],
        [one.name for one in both if one.generic],
    )


def breaks(text: str) -> list[str]:
    """Put a line break at each blank, one at a time, and at all of them."""
    places = [at for at, c in enumerate(text) if c == " "]
    broken = [text[:at] + "\n" + text[at + 1 :] for at in places]
    return [*broken, text.replace(" ", "\n")] if places else []


CELLS = [
    {
        "Nhiệm vụ": "Rà soát, sửa đổi quy chế làm việc của Ủy ban nhân dân xã",
        "Sản phẩm": "Quyết định ban hành Quy chế làm việc, Báo cáo Kết quả rà soát",
        "Thời gian": time,
    }
    for time in [
        "Tháng 6/2026",
        "Trước 30/6/2026",
        "Quý II/2026",
        "Thường xuyên",
        "Quý I, 6 tháng, quý III và tổng kết năm",
        "Trước ngày 15 hằng tháng",
        "Từ ngày 01/3 đến ngày 30/6/2026",
        "Giai đoạn 2026 - 2030",
        "Ngay sau khi có hướng dẫn của cấp trên",
        "Hoàn thành trong quý IV năm 2026",
    ]
]


@pytest.mark.parametrize("cells", CELLS, ids=lambda cells: cells["Thời gian"])
@pytest.mark.parametrize("name", ["Nhiệm vụ", "Sản phẩm", "Thời gian"])
def test_a_break_is_a_blank(cells: dict[str, str], name: str) -> None:
    plain = plan_of(cells)
    for broken in breaks(cells[name]):
        plan = plan_of(cells | {name: broken})
        assert plan.tasks[0] == plain.tasks[0], broken
        assert plan.coverage == plain.coverage


@pytest.mark.parametrize("name", NAMES)
def test_a_break_within_a_name_parts_no_agency(name: str) -> None:
    plain = leads(name)
    assert len(plain[0]) == 1
    for broken in breaks(name):
        assert leads(broken) == plain, broken


@pytest.mark.parametrize("between", [", ", "; ", "\n", ",\n", " và ", "/", " & ", ",", ";", " ,"])
def test_names_are_parted_by_what_stands_between_them(between: str) -> None:
    for first, second in zip(NAMES, NAMES[7:], strict=False):
        if second.startswith(first) or first in ("Văn phòng", "Thanh tra"):
            continue
        names, _, _ = leads(first + between + second)
        assert names == [first, second], first + between + second


@pytest.mark.parametrize(
    ("cell", "names", "many"),
    [
        ("Bộ Tài chính, bộ, ngành liên quan", ["Bộ Tài chính"], "bộ, ngành liên quan"),
        ("Sở Y tế; xã, phường", ["Sở Y tế"], "xã, phường"),
        ("Sở Y tế, các xã, phường", ["Sở Y tế"], "các xã, phường"),
        ("Sở Nội vụ, sở, ban, ngành", ["Sở Nội vụ"], "sở, ban, ngành"),
        ("Sở Nội vụ; đoàn thể liên quan", ["Sở Nội vụ"], "đoàn thể liên quan"),
        ("Bộ, ngành, địa phương", [], "Bộ, ngành, địa phương"),
        ("UBND cấp xã", [], "UBND cấp xã"),
        ("Sở Y tế, UBND cấp xã", ["Sở Y tế"], "UBND cấp xã"),
        ("Công an cấp xã", [], "Công an cấp xã"),
        ("UBND các xã, phường, đặc khu", [], "UBND các xã, phường, đặc khu"),
    ],
)
def test_bodies_without_a_name_are_one_that_stands_for_many(
    cell: str, names: list[str], many: str
) -> None:
    assert leads(cell) == ([*names, many], [], [many])


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("VTV, VOV, TTXVN", ["VTV", "VOV", "TTXVN"]),
        ("Sở KH&CN, TC, TP", ["Sở Khoa học và Công nghệ", "Sở Tài chính", "Sở Tư pháp"]),
        ("Sở Tài chính, Nội vụ, Tư pháp", ["Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp"]),
        ("Sở Y tế, Xây dựng; Công an tỉnh", ["Sở Y tế", "Sở Xây dựng", "Công an"]),
        (
            "Sở Văn hóa, Thể thao và Du lịch, Tài chính",
            ["Sở Văn hóa, Thể thao và Du lịch", "Sở Tài chính"],
        ),
    ],
)
def test_abbreviations_and_what_shares_a_head_are_agencies_of_their_own(
    cell: str, names: list[str]
) -> None:
    assert leads(cell) == (names, [], [])


@pytest.mark.parametrize(
    "cell",
    [
        "Chủ trì: Sở Nội vụ. Phối hợp: Sở Tài chính, Sở Y tế",
        "Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính, Sở Y tế",
        "Chủ trì: Sở Nội vụ\nPhối hợp: Sở Tài chính; Sở Y tế",
        "- Chủ trì: Sở Nội vụ\n- Phối hợp: Sở Tài chính, Sở Y tế",
        "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Sở Y tế",
        "Sở Nội vụ (phối hợp: Sở Tài chính, Sở Y tế)",
        "CHỦ TRÌ: Sở Nội vụ, PHỐI HỢP: Sở Tài chính và Sở Y tế",
        "Sở Nội vụ chủ trì; phối hợp: Sở Tài chính, Sở Y tế",
    ],
)
def test_one_cell_may_say_who_leads_and_who_helps(cell: str) -> None:
    assert leads(cell) == (["Sở Nội vụ"], ["Sở Tài chính", "Sở Y tế"], [])
