"""What offices write when they give orders: names, words, and a short document of each kind."""

from dataclasses import dataclass
from datetime import date

from prose_shapes import BODIES, NOISE

EVERY = "*"  # a lead that stands for all bodies of their kind: no single one is meant
LINKED = "các cơ quan, đơn vị liên quan"
DEPARTMENTS = ["Sở Y tế", "Sở Tài chính", "Sở Xây dựng", "Sở Khoa học và Công nghệ"]
DEPARTMENTS += ["Sở Nông nghiệp và Môi trường", "Sở Giáo dục và Đào tạo", "Công an tỉnh"]
DEPARTMENTS += ["Thanh tra tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Văn phòng UBND tỉnh"]
DEPARTMENTS += ["Bảo hiểm xã hội tỉnh", "Ban Quản lý các khu công nghiệp tỉnh"]
DEPARTMENTS += ["Ủy ban nhân dân xã Phú Lộc", "UBND phường Tân Hòa", "Ủy ban MTTQ Việt Nam tỉnh"]
ROOMS = [
    "Văn phòng Sở",
    "Phòng Cải cách hành chính",
    "Phòng Xây dựng chính quyền",
    "Phòng Tổ chức, biên chế và công chức",
    "Trung tâm Lưu trữ lịch sử",
    "Ban Thi đua - Khen thưởng",
]
ALL_OF_PROVINCE = [
    "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường",
    "Các sở, ban, ngành; UBND các xã, phường",
    "Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh",
    "Các cơ quan, đơn vị",
]
ALL_OF_COMMUNE = [
    "Thủ trưởng các cơ quan, đơn vị",
    "Các phòng, đơn vị thuộc xã",
    "Các phòng, đơn vị thuộc xã; Trưởng các thôn",
    "Các cơ quan, đơn vị thuộc xã",
]
ALL_OF_ROOMS = ["Các phòng, đơn vị thuộc Sở", "Trưởng các phòng, đơn vị thuộc Sở"]
PLACES = {"tỉnh": ["Vĩnh An", "Hà Thanh"], "xã": ["Đông Vĩnh", "An Khê Thượng"]}
HEADS = {  # who heads a body, where the body is what gets the work
    "Sở": "Giám đốc {}",
    "Công an": "Giám đốc {}",
    "Văn": "Chánh {}",
    "Thanh": "Chánh {}",
    "Phòng": "Trưởng {}",
}
LISTED = ["Giao", "Giao nhiệm vụ cho", "Giao các đơn vị"]
TIMES = [  # words of telegrams and minutes, their day
    ("trước 17 giờ 00 ngày 15/6/2026", date(2026, 6, 15)),
    ("trước 16 giờ ngày 22 tháng 5 năm 2026", date(2026, 5, 22)),
    ("trong ngày 20/5/2026", date(2026, 5, 20)),
    ("xong trước 30/6/2026", date(2026, 6, 30)),
]
MINUTED = [
    ("thời hạn: trước 15/6/2026", date(2026, 6, 15)),
    ("thời hạn: trước ngày 15/6/2026", date(2026, 6, 15)),
    ("thời gian hoàn thành: tháng 7/2026", date(2026, 7, 31)),
    ("thời hạn hoàn thành: 30/9/2026", date(2026, 9, 30)),
    ("xong trước ngày 10/7/2026", date(2026, 7, 10)),
]
TOLD = [  # what has been; it gives nobody anything to do
    "Thời gian qua, công tác cải cách hành chính có nhiều chuyển biến; tuy nhiên, tính đến ngày "
    "31/01/2026 còn 35 hồ sơ quá hạn, trách nhiệm chính thuộc một số cơ quan, đơn vị.",
    "Đến hết tháng 01/2026, toàn địa bàn giải ngân đạt 18,4% kế hoạch, thấp hơn cùng kỳ năm 2025.",
    "Tuy nhiên, việc số hóa hồ sơ còn chậm: đến ngày 10/02/2026 mới hoàn thành 42,7% khối lượng.",
    "Qua kiểm tra từ ngày 02/02/2026 đến ngày 06/02/2026, còn 12 thủ tục niêm yết chưa đúng mẫu.",
    *NOISE[:2],
]
TOPICS = ["cải cách thủ tục hành chính", "giải ngân vốn đầu tư công", "kỷ luật, kỷ cương"]
TOPICS += ["chuyển đổi số", "công tác tiếp công dân"]
QUIET = [
    (
        "việc thay đổi địa điểm trụ sở làm việc",
        "Kể từ ngày 01/6/2026, {} làm việc tại trụ sở mới: số 12 đường Lê Lợi.",
        "Số điện thoại liên hệ: 0299.3555.777; thư điện tử không thay đổi.",
    ),
    (
        "thời gian nghỉ lễ 30/4 và 01/5 năm 2026",
        "Thời gian nghỉ của {}: từ ngày 30/4/2026 đến hết ngày 03/5/2026.",
        "Thời gian làm việc trở lại: từ ngày 04/5/2026.",
    ),
    (
        "lịch tiếp công dân định kỳ quý II năm 2026",
        "Lãnh đạo {} tiếp công dân vào các ngày 15/4/2026, 15/5/2026 và 15/6/2026.",
        "Địa điểm: Phòng Tiếp công dân, từ 07 giờ 30 đến 11 giờ 00.",
    ),
]


@dataclass(frozen=True)
class Office:
    """Who issues: its letterhead, how it calls itself, whom it gives orders."""

    head: tuple[str, str]
    place: str
    name: str
    chief: str
    code: str
    signature: tuple[str, ...]
    bodies: tuple[str, ...]
    everyone: tuple[str, ...]
    inner: bool = False  # a body's own rooms get the orders


def office(level: str, by_chief: bool, inner: bool, place: str) -> Office:
    """Make a province, a department of it or a commune; or its chief, where he issues himself."""
    if level == "sở":
        head = (f"ỦY BAN NHÂN DÂN TỈNH {place.upper()}", "SỞ NỘI VỤ")
        bodies, everyone = (ROOMS, ALL_OF_ROOMS) if inner else (DEPARTMENTS, ALL_OF_PROVINCE)
        called, signs = ("Sở Nội vụ", "Giám đốc Sở", "SNV"), ("GIÁM ĐỐC",)
        return Office(head, place, *called, signs, tuple(bodies), tuple(everyone), inner)
    head = ("ỦY BAN NHÂN DÂN", f"{level.upper()} {place.upper()}")
    bodies = ["Sở Nội vụ", *DEPARTMENTS] if level == "tỉnh" else BODIES
    everyone = ALL_OF_PROVINCE if level == "tỉnh" else ALL_OF_COMMUNE
    called = (f"UBND {level}", f"Chủ tịch UBND {level}", "UBND")
    signs = ("CHỦ TỊCH",) if by_chief else ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    return Office(head, place, *called, signs, tuple(bodies), tuple(everyone))


KINDS = {  # the line of the kind, the levels that issue it, their chief himself
    "CT": ("CHỈ THỊ", ["tỉnh", "xã"], True),
    "CĐ": ("CÔNG ĐIỆN", ["tỉnh", "xã"], True),
    "TB": ("THÔNG BÁO", ["tỉnh", "xã", "sở"], False),
    "NQ": ("NGHỊ QUYẾT", ["tỉnh", "xã"], False),
    "CTHĐ": ("CHƯƠNG TRÌNH HÀNH ĐỘNG", ["tỉnh", "xã", "sở"], False),
    "CV": ("", ["tỉnh", "xã", "sở"], False),
    "BB": ("BIÊN BẢN", ["xã", "sở"], False),
    "QĐ": ("QUYẾT ĐỊNH", ["tỉnh", "xã", "sở"], True),
}


@dataclass(frozen=True)
class Sample:
    """A document written by hand, and all that it gives: who, until when."""

    kind: str
    number: str
    day: date
    title: str
    issuer: str
    duties: list[tuple[tuple[str, ...], date | None]]
    body: str
    end: str = "Nơi nhận:\n- Các đơn vị liên quan;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Thị Bình\n"
    addressees: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All its lines."""
        above = "UBND TỈNH VĨNH AN" if self.issuer == "Sở Nội vụ" else "ỦY BAN NHÂN DÂN"
        place = "Vĩnh An" if self.issuer == "Sở Nội vụ" else self.issuer.partition(" ")[2]
        dated = f"{place}, ngày {self.day.day:02} tháng {self.day.month} năm {self.day.year}"
        motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
        head = f"{above}\n{self.issuer.upper()}\nSố: {self.number}"
        if self.kind == "CV":
            return f"{head}\n{self.title}\n{motto}\n{dated}\n{self.body}{self.end}"
        named = f"{KINDS[self.kind][0]}\n{self.title}"
        return f"{head}\n{motto}\n{dated}\n{named}\n{self.body}{self.end}"


SAMPLES = [
    Sample(
        "CT",
        "04/CT-UBND",
        date(2026, 3, 9),
        "Về việc tăng cường phòng cháy, chữa cháy rừng mùa khô",
        "tỉnh Vĩnh An",
        [
            (("Sở Nông nghiệp và Môi trường",), date(2026, 3, 31)),
            (("Sở Nông nghiệp và Môi trường",), None),
            (("Công an tỉnh",), date(2026, 4, 10)),
            (("Ủy ban nhân dân xã Phú Lộc",), date(2026, 3, 25)),
            ((EVERY,), date(2026, 6, 15)),
            (("Văn phòng UBND tỉnh",), None),
        ],
        "Từ đầu năm đến ngày 28/02/2026, trên địa bàn tỉnh xảy ra 07 điểm cháy; một số địa "
        "phương còn chủ quan. Để khắc phục, Chủ tịch UBND tỉnh yêu cầu:\n"
        "1. Sở Nông nghiệp và Môi trường:\n"
        "a) Rà soát phương án chữa cháy của các chủ rừng, hoàn thành trước ngày 31/3/2026;\n"
        "b) Duy trì lực lượng trực tại các chốt bảo vệ rừng.\n"
        "2. Công an tỉnh: chủ trì, phối hợp với Bộ Chỉ huy Quân sự tỉnh kiểm tra các điểm có "
        "nguy cơ cao; hoàn thành trước ngày 10/4/2026.\n"
        "3. Giao Ủy ban nhân dân xã Phú Lộc dọn thực bì ven đường lâm sinh trước ngày "
        "25/3/2026.\n"
        "4. Các cơ quan, đơn vị báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày "
        "15/6/2026.\n"
        "5. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này./.\n",
    ),
    Sample(
        "CĐ",
        "02/CĐ-UBND",
        date(2026, 9, 14),
        "Về việc chủ động ứng phó với mưa lớn",
        "xã Đông Vĩnh",
        [
            ((EVERY,), date(2026, 9, 15)),
            ((EVERY,), None),
            (("Công an xã",), date(2026, 9, 15)),
            (("Trạm Y tế",), None),
            ((EVERY,), date(2026, 9, 16)),
        ],
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐÔNG VĨNH ĐIỆN:\n- Các phòng, đơn vị thuộc xã;\n"
        "- Trạm Y tế;\n- Trưởng các thôn.\n"
        "Đến 16 giờ ngày 14/9/2026, mực nước sông đã vượt báo động 2 là 0,3 m.\n"
        "Chủ tịch UBND xã yêu cầu:\n"
        "1. Các phòng, đơn vị thuộc xã, Trưởng các thôn thực hiện ngay các nội dung sau:\n"
        "a) Di dời các hộ ở vùng trũng, hoàn thành trước 17 giờ 00 ngày 15/9/2026;\n"
        "b) Bố trí người canh gác tại các ngầm tràn.\n"
        "2. Công an xã: kiểm soát giao thông tại cầu Đông; xong trong ngày 15/9/2026.\n"
        "3. Giao Trạm Y tế chuẩn bị cơ số thuốc, vật tư khử khuẩn.\n"
        "4. Các đơn vị báo cáo kết quả về Phòng Kinh tế trước 10 giờ ngày 16/9/2026.\n",
        addressees=("Các phòng, đơn vị thuộc xã", "Trạm Y tế", "Trưởng các thôn"),
    ),
    Sample(
        "TB",
        "57/TB-UBND",
        date(2026, 5, 12),
        "Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban tháng 5 năm 2026",
        "xã Đông Vĩnh",
        [
            (("Phòng Kinh tế",), date(2026, 6, 30)),
            (("Phòng Kinh tế",), date(2026, 5, 20)),
            (("Văn phòng HĐND và UBND",), date(2026, 5, 29)),
            (("Trạm Y tế",), date(2026, 6, 15)),
            (("Công an xã",), None),
        ],
        "Ngày 11/5/2026, Chủ tịch UBND xã chủ trì họp giao ban; dự họp có Công an xã, Trạm Y "
        "tế.\nSau khi nghe Phòng Kinh tế báo cáo, Chủ tịch UBND xã kết luận như sau:\n"
        "1. Về giải ngân vốn đầu tư công\nĐến ngày 30/4/2026 mới giải ngân được 21% kế hoạch.\n"
        "Giao Phòng Kinh tế chủ trì, phối hợp với Văn phòng HĐND và UBND nghiệm thu tuyến "
        "đường liên thôn; hoàn thành trong tháng 6/2026.\n"
        "Giao Phòng Kinh tế trình danh mục điều chuyển vốn trước ngày 20/5/2026.\n"
        "2. Giao Văn phòng HĐND và UBND dự thảo quy chế làm việc mới, xong trước ngày "
        "29/5/2026.\n3. Giao:\n"
        "- Trạm Y tế chủ trì tổ chức khám sức khỏe người cao tuổi, hoàn thành trước "
        "15/6/2026;\n- Công an xã lắp đặt camera tại các nút giao.\n"
        "Văn phòng HĐND và UBND thông báo để các cơ quan, đơn vị biết, thực hiện./.\n",
        "Nơi nhận:\n- Các đơn vị dự họp;\n- Lưu: VT.\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n"
        "Trần Thị Bình\n",
    ),
    Sample(
        "NQ",
        "31/NQ-UBND",
        date(2026, 4, 3),
        "Phiên họp Ủy ban nhân dân tỉnh tháng 3 năm 2026",
        "tỉnh Hà Thanh",
        [
            (("Sở Tài chính",), date(2026, 4, 20)),
            (("Sở Xây dựng", "Thanh tra tỉnh"), date(2026, 6, 30)),
            (("Sở Y tế",), None),
        ],
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n"
        "ỦY BAN NHÂN DÂN TỈNH HÀ THANH\nQUYẾT NGHỊ:\nI. VỀ TÌNH HÌNH KINH TẾ - XÃ HỘI QUÝ I\n"
        "Tính đến ngày 31/3/2026, thu ngân sách đạt 24% dự toán; Sở Tài chính còn chậm báo "
        "cáo.\nII. NHIỆM VỤ TRỌNG TÂM QUÝ II\n1. Sở Tài chính:\n"
        "- Tham mưu kịch bản thu ngân sách, trình UBND tỉnh trước ngày 20/4/2026.\n"
        "2. Giao Sở Xây dựng, Thanh tra tỉnh rà soát các dự án chậm tiến độ, xong trong quý "
        "II.\n3. Giao Sở Y tế bảo đảm thuốc, vật tư cho các trạm y tế.\n",
    ),
    Sample(
        "CTHĐ",
        "09/CTHĐ-SNV",
        date(2026, 2, 10),
        "Thực hiện Nghị quyết số 05-NQ/TU ngày 20/01/2026 của Tỉnh ủy",
        "Sở Nội vụ",
        [
            (("Phòng Cải cách hành chính",), date(2026, 3, 31)),
            (("Trung tâm Lưu trữ lịch sử",), date(2026, 12, 31)),
            (("Văn phòng Sở",), None),
            (("Văn phòng Sở",), date(2026, 11, 30)),
        ],
        "I. MỤC TIÊU\nXây dựng nền hành chính phục vụ, gần dân.\nII. NHIỆM VỤ, GIẢI PHÁP\n"
        "1. Cải cách thể chế\n"
        "- Giao Phòng Cải cách hành chính rà soát văn bản hết hiệu lực, xong trong quý "
        "I/2026.\n2. Chuyển đổi số\n"
        "- Trung tâm Lưu trữ lịch sử chủ trì số hóa tài liệu, hoàn thành trước ngày "
        "31/12/2026.\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở\n"
        "- Bố trí kinh phí thực hiện Chương trình.\n"
        "- Tổng hợp, báo cáo Giám đốc Sở trước ngày 30/11/2026.\n",
        "Nơi nhận:\n- Tỉnh ủy;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Thị Bình\n",
    ),
    Sample(
        "CV",
        "315/SNV-CCHC",
        date(2026, 5, 12),
        "V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính",
        "Sở Nội vụ",
        [
            (("Sở Tài chính",), date(2026, 5, 30)),
            (("Ủy ban nhân dân xã Phú Lộc",), date(2026, 6, 15)),
            (("Ủy ban nhân dân xã Phú Lộc",), None),
            ((EVERY,), date(2026, 6, 20)),
        ],
        "Kính gửi:\n- Các sở, ban, ngành tỉnh;\n- Ủy ban nhân dân xã Phú Lộc.\n"
        "Thời gian qua, các cơ quan đã cố gắng; tuy nhiên đến ngày 30/4/2026 còn 35 hồ sơ quá "
        "hạn, trong đó Sở Y tế 12 hồ sơ.\n"
        "Sở Nội vụ đề nghị các cơ quan, đơn vị thực hiện một số nội dung sau:\n"
        "1. Sở Tài chính: khẩn trương thẩm định dự toán; hoàn thành trước ngày 30/5/2026.\n"
        "2. Ủy ban nhân dân xã Phú Lộc:\n"
        "a) Niêm yết lại thủ tục đất đai, hoàn thành trước ngày 15/6/2026;\n"
        "b) Bố trí máy quét cho bộ phận tiếp nhận.\n"
        "3. Các cơ quan, đơn vị báo cáo kết quả về Sở Nội vụ trước ngày 20/6/2026.\n",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, CCHC.\nGIÁM ĐỐC\nTrần Thị Bình\n",
        addressees=("Các sở, ban, ngành tỉnh", "Ủy ban nhân dân xã Phú Lộc"),
    ),
    Sample(
        "BB",
        "12/BB-UBND",
        date(2026, 6, 1),
        "Họp giao ban UBND xã tháng 6 năm 2026",
        "xã Đông Vĩnh",
        [
            (("Phòng Kinh tế",), date(2026, 6, 15)),
            (("Hội Nông dân",), date(2026, 7, 31)),
            (("Công an xã",), None),
        ],
        "Thời gian: 08 giờ 00 ngày 01/6/2026.\nĐịa điểm: Hội trường UBND xã.\nI. THÀNH PHẦN\n"
        "- Chủ trì: đồng chí Lê Văn Sơn - Chủ tịch UBND xã;\n"
        "- Đại diện Phòng Kinh tế, Công an xã, Hội Nông dân.\nII. NỘI DUNG\n"
        "- Phòng Kinh tế: báo cáo kết quả tháng 5/2026, còn 03 việc chậm.\nIII. KẾT LUẬN\n"
        "Chủ tịch UBND xã kết luận, giao nhiệm vụ như sau:\n"
        "- Phòng Kinh tế: chủ trì, phối hợp với Công an xã kiểm tra bến bãi, thời hạn: trước "
        "15/6/2026.\n"
        "- Hội Nông dân: vận động hội viên thu gom bao bì thuốc; thời hạn: trong tháng "
        "7/2026.\n- Công an xã: tăng cường tuần tra ban đêm.\n"
        "Cuộc họp kết thúc lúc 10 giờ 30 cùng ngày.\n",
        "THƯ KÝ\nNguyễn Thị Lan\nCHỦ TRÌ\nLê Văn Sơn\n",
    ),
    Sample(
        "QĐ",
        "88/QĐ-UBND",
        date(2026, 3, 2),
        "Về việc phân công nhiệm vụ chuyển đổi số năm 2026",
        "xã Đông Vĩnh",
        [
            (("Phòng Văn hóa - Xã hội",), date(2026, 4, 15)),
            (("Công an xã",), date(2026, 6, 30)),
            (("Công an xã",), None),
            (("Phòng Văn hóa - Xã hội", EVERY), None),
        ],
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐÔNG VĨNH\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n"
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.\nQUYẾT ĐỊNH:\n"
        "Điều 1. Phân công nhiệm vụ chuyển đổi số năm 2026 trên địa bàn xã.\n"
        "Điều 2. Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Trạm Y tế tập huấn kỹ năng "
        "số cho các thôn, xong trước ngày 15/4/2026.\nĐiều 3. Giao Công an xã:\n"
        "a) Cấp tài khoản định danh lưu động, hoàn thành trong tháng 6/2026;\n"
        "b) Hướng dẫn người dân bảo vệ dữ liệu cá nhân.\n"
        "Điều 4. Phòng Văn hóa - Xã hội và Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm thi "
        "hành Quyết định này./.\n",
    ),
]
