"""Who leads by a cell, in the shapes of offices, and that a line break there is a blank."""

import html
import random

import pytest
import sauro

PROVINCE, COMMUNE = "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", "ỦY BAN NHÂN DÂN XÃ AN LỘC"
HEAD = """<p>{}</p><p>Số: 21/KH-UBND</p><p>An Lộc, ngày 15 tháng 01 năm 2026</p>
<p>KẾ HOẠCH</p><p>Công tác năm 2026</p>"""
NAMES = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]


def table(*rows: list[str]) -> str:
    """Write rows as a table of HTML."""
    text = ""
    for row in rows:
        cells = [html.escape(cell).replace("\n", "<br>") for cell in row]
        text += "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    return f"<table border=1>{text}</table>"


def plan_of(cell: str, issuer: str = "") -> sauro.Plan:
    head = HEAD.format(issuer) if issuer else ""
    rows = [["1", "Họp", cell, "Quý I/2026"], ["2", "Đọc", "Sở Y tế", "Quý I/2026"]]
    return sauro.read_plan(text=head + table(NAMES, *rows), format="html")


def bodies(cell: str, issuer: str = "") -> tuple[list[str], list[str], list[str]]:
    """Names of the leads, "*" behind those who stand for many, of the helpers, and the remarks."""
    plan = plan_of(cell, issuer)
    names = {one.id: one.name + ("*" if one.generic else "") for one in plan.agencies}
    task = plan.tasks[0]
    return (
        [names[one] for one in task.leads],
        [names[one] for one in task.coordinators],
        [str(one.kind) for one in plan.remarks],
    )


ENTRIES = [
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND xã",
    "Ban Chỉ huy Quân sự xã",
    "Công an xã Phú Hòa",
    "UBND xã Phong Điền",
    "UBND phường Trường Sơn",
    "Trường Tiểu học Trường Sơn",
    "Trung tâm Văn hóa, Thể thao và Truyền thanh",
    "Thanh tra Sở Xây dựng",
    "Văn phòng Công an tỉnh",
    "Ban Chấp hành Đoàn xã",
    "Phòng Tổ chức Cán bộ",
    "Ban Quản lý dự án đầu tư xây dựng",
    "Ngân hàng Agribank Chi nhánh Vĩnh Thuận",
    "Đ/c Nguyễn Văn An - Phó Chủ tịch UBND xã",
    "đ/c Lê Thị Minh Khai - Trưởng phòng Kinh tế",
    "Công ty CP Môi trường",
    "VNPT",
    "Thôn 1",
    "13 thôn",
    "các phòng, ban, đơn vị thuộc UBND xã",
    "UBND các xã, phường, đặc khu",
    "các sở, ban, ngành liên quan",
    "các đoàn thể chính trị - xã hội",
    "Sở Y tế (Chi cục Dân số)",
]
FORMS = [
    "{0}; {1}",
    "{0}; {1}; {2}",
    "{0} chủ trì; {1} phối hợp",
    "Chủ trì: {0}. Phối hợp: {1}; {2}",
    "{0} (chủ trì); {1} (phối hợp)",
    "Các sở: Nội vụ, Nông nghiệp và Môi trường, Khoa học và Công nghệ; {0}",
    "UBND các xã: Phú Lộc, Phú Hòa; {0}",
    "1. Phòng Kinh tế 2. Công an xã 3. Hội Nông dân",
    "Phòng Văn hóa - Xã hội chủ trì, phối hợp với Phòng Kinh tế và các thôn",
]


def cells(seed: int, count: int) -> list[str]:
    """Draw cells of bodies."""
    draw = random.Random(seed)
    return [draw.choice(FORMS).format(*draw.sample(ENTRIES, 3)) for _ in range(count)]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("issuer", ["", PROVINCE, COMMUNE])
def test_a_break_at_any_blank_of_a_cell_of_bodies_changes_nothing(seed: int, issuer: str) -> None:
    for cell in cells(seed, 6):
        plain = bodies(cell, issuer)
        places = [at for at, c in enumerate(cell) if c == " "]
        broken = [cell[:at] + "\n" + cell[at + 1 :] for at in places]
        for one in [*broken, cell.replace(" ", "\n")]:
            assert bodies(one, issuer) == plain, (seed, one)


@pytest.mark.parametrize(
    ("cell", "leads"),
    [
        # two lines, two bodies
        ("Văn phòng\nPhòng Kinh tế", ["Văn phòng", "Phòng Kinh tế"]),
        ("Văn phòng\nCông an xã", ["Văn phòng", "Công an"]),
        ("Thanh tra\nPhòng Kinh tế", ["Thanh tra", "Phòng Kinh tế"]),
        ("Công an xã\nVăn phòng", ["Công an", "Văn phòng"]),
        ("Tổ hòa giải\nPhòng Kinh tế", ["Tổ hòa giải", "Phòng Kinh tế"]),
        ("Văn phòng\nĐảng ủy", ["Văn phòng Đảng ủy"]),
        ("Nguyễn Văn An\nTrần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        # a shared head
        (
            "Các sở: Nội vụ, Tài chính, Nông nghiệp và Môi trường",
            ["Sở Nội vụ", "Sở Tài chính", "Sở Nông nghiệp và Môi trường"],
        ),
        (
            "Sở Nội vụ, Tài chính, Nông nghiệp và Môi trường, UBND các xã",
            ["Sở Nội vụ", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "UBND các xã*"],
        ),
        (
            "Các sở: Khoa học và Công nghệ, Văn hóa, Thể thao và Du lịch",
            ["Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"],
        ),
        (
            "Các phòng: Nội vụ, Nông nghiệp và Môi trường",
            ["Phòng Nội vụ", "Phòng Nông nghiệp và Môi trường"],
        ),
        ("Trưởng phòng Kinh tế, Nội vụ", ["Phòng Kinh tế", "Phòng Nội vụ"]),
        ("Giám đốc Sở Tài chính, Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        # places
        ("UBND các xã: Phú Lộc, Phú Hòa", ["UBND xã Phú Lộc", "UBND xã Phú Hòa"]),
        ("UBND các xã Phú Lộc, Phú Hòa", ["UBND xã Phú Lộc", "UBND xã Phú Hòa"]),
        ("Các xã: Phú Lộc, Phú Hòa", ["UBND xã Phú Lộc", "UBND xã Phú Hòa"]),
        ("UBND xã Phú Lộc, Phú Hòa", ["UBND xã Phú Lộc", "UBND xã Phú Hòa"]),
        ("Các thôn: Phú An, Phú Bình", ["Thôn Phú An", "Thôn Phú Bình"]),
        ("Thôn 1, 2 và 3", ["Thôn 1", "Thôn 2", "Thôn 3"]),
        ("Công an, Quân sự các xã", ["Công an các xã*", "Quân sự các xã*"]),
        ("Sở Y tế, Công an các xã", ["Sở Y tế", "Công an các xã*"]),
        # numbers
        ("1. Phòng Kinh tế 2. Công an xã", ["Phòng Kinh tế", "Công an"]),
        ("1) Phòng Kinh tế; 2) Công an xã", ["Phòng Kinh tế", "Công an"]),
        ("(1) Phòng Kinh tế (2) Công an xã", ["Phòng Kinh tế", "Công an"]),
        ("13 thôn", ["13 thôn*"]),
        ("05/13 thôn", ["05/13 thôn*"]),
        # nobody
        *[(cell, []) for cell in ("Chưa phân công", "Không", "Không có", "Theo phân công")],
        *[(cell, []) for cell in ("(đang xin ý kiến)", "Sẽ phân công sau", "Chưa xác định")],
        ("Chưa rõ; Sở Y tế", ["Sở Y tế"]),
        # work and capacity
        *[
            (f"Sở Tài chính {work}", ["Sở Tài chính"])
            for work in (
                "tham mưu",
                "tổng hợp",
                "theo dõi",
                "thực hiện",
                "là đầu mối",
                "(cơ quan thường trực)",
                "(đầu mối)",
                "- cơ quan thường trực",
                "tổng hợp, báo cáo UBND tỉnh",
            )
        ],
        ("Ban Chỉ đạo thực hiện Quy chế dân chủ", ["Ban Chỉ đạo thực hiện Quy chế dân chủ"]),
        ("Ban Quản lý đầu tư xây dựng", ["Ban Quản lý đầu tư xây dựng"]),
        # persons and parts beside a body
        ("Phòng Kinh tế (đ/c An)", ["Phòng Kinh tế", "An"]),
        ("Phòng Kinh tế (bà Lan)", ["Phòng Kinh tế", "Lan"]),
        ("Phòng Kinh tế: đ/c An", ["Phòng Kinh tế", "An"]),
        ("Phòng Kinh tế - đ/c An", ["Phòng Kinh tế", "An"]),
        ("Phòng Kinh tế (Tổ nông nghiệp)", ["Phòng Kinh tế", "Tổ nông nghiệp"]),
        ("Phòng Kinh tế (PKT)", ["Phòng Kinh tế"]),
        ("Các sở (trừ Sở Y tế)", ["Các sở (trừ Sở Y tế)*"]),
        ("Trường THCS 19/5, Nhà văn hóa 26/3", ["Trường THCS 19/5", "Nhà văn hóa 26/3"]),
        ("VNPT, Viettel", ["VNPT", "Viettel"]),
        ("Công ty TNHH MTV Môi trường", ["Công ty TNHH MTV Môi trường"]),
        ("Phòng Tổ chức - Cán bộ", ["Phòng Tổ chức - Cán bộ"]),
    ],
)
def test_a_cell_names_its_bodies_without_a_doubt(cell: str, leads: list[str]) -> None:
    assert bodies(cell) == (leads, [], [])


@pytest.mark.parametrize(
    ("cell", "leads"),
    [
        ("Sở Nội vụ – Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Sở Nội vụ - Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        (
            "Văn phòng Tỉnh ủy - Văn phòng UBND tỉnh",
            ["Văn phòng Tỉnh ủy", "Văn phòng UBND tỉnh"],
        ),
        ("Văn phòng Phòng Kinh tế", ["Văn phòng", "Phòng Kinh tế"]),
        ("Phòng Kinh tế, 30/6/2026", ["Phòng Kinh tế"]),
        ("Phòng Kinh tế. Hạn chót: 30/6/2026", ["Phòng Kinh tế"]),
        ("Phòng Kinh tế - tháng 6", ["Phòng Kinh tế"]),
        ("Phòng Kinh tế (trước 30/6)", ["Phòng Kinh tế"]),
        ("Quý III", []),
    ],
)
def test_what_is_guessed_about_a_cell_is_a_remark(cell: str, leads: list[str]) -> None:
    assert bodies(cell) == (leads, [], ["agencies"])


@pytest.mark.parametrize(
    ("cell", "helpers"),
    [
        ("Phòng Kinh tế chủ trì; các phòng phối hợp", "các phòng*"),
        ("Phòng Kinh tế chủ trì; các phòng, ban phối hợp", "các phòng, ban*"),
        ("Phòng Kinh tế chủ trì; các thôn, đơn vị phối hợp", "các thôn, đơn vị*"),
    ],
)
def test_a_group_that_helps_keeps_its_noun(cell: str, helpers: str) -> None:
    assert bodies(cell) == (["Phòng Kinh tế"], [helpers], [])


def test_a_group_means_no_body_that_it_leaves_out() -> None:
    plan = plan_of("Các sở (trừ Sở Y tế)", PROVINCE)
    assert [one.title for one in plan.for_agency("Sở Tài chính").tasks] == ["Họp"]
    assert [one.title for one in plan.for_agency("Sở Y tế").tasks] == ["Đọc"]
    plan = plan_of("13 thôn", COMMUNE)
    assert [one.title for one in plan.for_agency("Thôn 1").tasks] == ["Họp"]


def rows_of(*more: list[str]) -> tuple[list[tuple[str, str, list[str], str]], list[str]]:
    first = ["1", "Họp dân", "Sở Y tế", "Quý I/2026"]
    last = ["2", "Rà soát", "Sở Y tế", "Quý I/2026"]
    plan = sauro.read_plan(text=table(NAMES, first, *more, last), format="html")
    names = {one.id: one.name for one in plan.agencies}
    tasks = [
        (one.title, one.parent or "", [names[i] for i in one.leads], one.timeframe.text)
        for one in plan.tasks[:-1]
    ]
    return tasks, [str(one.kind) for one in plan.remarks]


FIRST = ("Họp dân", "", ["Sở Y tế"], "Quý I/2026")


def test_rows_of_bullets_and_letters_with_their_own_lead_or_time_are_children() -> None:
    assert rows_of(
        ["", "- Chuẩn bị tài liệu", "Văn phòng", "Tháng 1/2026"],
        ["", "- Gửi giấy mời", "Văn phòng", "Tháng 2/2026"],
    ) == (
        [
            FIRST,
            ("Chuẩn bị tài liệu", "1.1", ["Văn phòng"], "Tháng 1/2026"),
            ("Gửi giấy mời", "1.1", ["Văn phòng"], "Tháng 2/2026"),
        ],
        [],
    )
    row = ["", "a) Chuẩn bị tài liệu", "Văn phòng", "Tháng 1/2026"]
    child = ("Chuẩn bị tài liệu", "1.1", ["Văn phòng"], "Tháng 1/2026")
    assert rows_of(row) == ([FIRST, child], [])
    tasks, _ = rows_of(["", "- Chuẩn bị tài liệu", "", ""])
    assert len(tasks) == 1  # a point of the task


def test_a_second_lead_below_a_whole_one_is_a_second_body_with_a_remark() -> None:
    tasks, remarks = rows_of(["", "", "Sở Tài chính", ""])
    assert (tasks[0][2], remarks) == (["Sở Y tế", "Sở Tài chính"], ["joined_row"])
    tasks, remarks = rows_of(["", "chuẩn bị tài liệu", "Văn phòng", ""])
    assert (tasks[0][2], remarks) == (["Sở Y tế", "Văn phòng"], ["joined_row"])
