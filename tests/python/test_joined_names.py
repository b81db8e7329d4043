"""Names of bodies without a comma between them, and other small things of tables."""

import io

import pytest
import sauro
import xlsxwriter


def led_by(lead: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Read who leads a task, and what is remarked of it."""
    plan = sauro.read_plan(text=f"TT\tNhiệm vụ\tChủ trì\n1\tHọp dân\t{lead}")
    assert plan.coverage.lost == 0
    remarks = [(one.field, one.others[0]) for one in plan.remarks]
    return [plan.agencies[one].name for one in plan.tasks[0].leads], remarks


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("Phòng Kinh tế Công an xã", ["Phòng Kinh tế", "Công an xã"]),
        ("Phòng Văn hóa - Xã hội Phòng Kinh tế", ["Phòng Văn hóa - Xã hội", "Phòng Kinh tế"]),
        ("Công an xã Phòng Kinh tế", ["Công an xã", "Phòng Kinh tế"]),
        ("Phòng Kinh tế Hội Nông dân xã", ["Phòng Kinh tế", "Hội Nông dân xã"]),
    ],
)
def test_known_names_without_a_comma_are_parted_with_a_remark(lead: str, names: list[str]) -> None:
    found, remarks = led_by(lead)
    assert len(found) == len(names)
    assert found[0].split()[0] == names[0].split()[0]
    assert remarks == [("lead", lead)]


@pytest.mark.parametrize(
    "lead",
    [
        *("Văn phòng HĐND và UBND", "Văn phòng Đảng ủy", "Công an xã Phú Lộc", "Sở Tài chính"),
        *("Trung tâm Phục vụ hành chính công", "Ban Chỉ huy Quân sự xã", "Thanh tra Sở Nội vụ"),
        *("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Phòng Kinh tế UBND xã", "Đoàn Thanh niên xã"),
    ],
)
def test_one_name_is_one_body(lead: str) -> None:
    found, remarks = led_by(lead)
    assert len(found) == 1
    assert remarks == []


def test_numbers_that_a_sheet_holds_as_decimals_are_numbers_of_rows() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("Phụ lục I")
        page.write_row(0, 0, ["STT", "Nhiệm vụ", "Chủ trì"])
        numbers = [1, *(1 + i / 10 for i in range(1, 10)), 1.1, 1.11, 2, 2.1]
        for at, number in enumerate(numbers, start=1):
            page.write_row(at, 0, [number, f"Việc {at}", "Phòng Kinh tế"])
    plan = sauro.read_plan(text=out.getvalue())
    labels = ["1", *(f"1.{i}" for i in range(1, 12)), "2", "2.1"]
    assert [task.number for task in plan.tasks] == labels
    assert [task.parent for task in plan.tasks if "." in task.number] == ["1.1"] * 11 + ["1.2"]
    assert [(one.field, one.chosen, one.others) for one in plan.remarks] == [
        ("number", "1.10", ["1,1"])
    ]
    assert plan.coverage.lost == 0


def test_remarks_say_in_english_what_the_reader_says() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("Phụ lục I")
        page.write_row(0, 0, ["STT", "Nhiệm vụ", "Chủ trì", "Quý I", "Quý II"])
        page.write_row(1, 0, [1, "Họp dân", "Phòng Kinh tế"])
        page.write_blank(1, 3, None, book.add_format({"bg_color": "#92D050"}))
        page.write_row(2, 0, [2, "Rà soát", "Công an xã", "x"])
        page.set_row(2, None, None, {"hidden": True})
        page.write_formula(1, 2, "=NA()", None, "#N/A")
    plan = sauro.read_plan(text=out.getvalue())
    assert [one.message_en for one in plan.remarks] == [
        "hidden, and read all the same: “row 3”",
        "the value understood: “an empty cell”; it could be: “#N/A”",
        "the value understood: “coloured cell: Quý I”",
    ]


def test_a_text_of_many_names_is_looked_at_once() -> None:
    lead = " ".join(["Phòng Kinh tế Công an xã"] * 400)
    found, _ = led_by(lead)
    assert len(found) <= 2
