"""Targets as Vietnamese offices write them, each with what it means; none where it is no target."""

from __future__ import annotations

from typing import Any

Reading = dict[str, Any]


def amount(comparison: str, value: float | None, unit: str = "", **more: Any) -> Reading:
    return {"kind": "quantity", "comparison": comparison, "value": value, "unit": unit, **more}


def change(direction: str, value: float, unit: str, comparison: str = "=", **more: Any) -> Reading:
    return {
        "kind": "change", "direction": direction, "comparison": comparison, "value": value,
        "unit": unit, **more,
    }  # fmt: skip


def up(value: float, unit: str, comparison: str = "=", **more: Any) -> Reading:
    return change("increase", value, unit, comparison, **more)


def down(value: float, unit: str, comparison: str = "=", **more: Any) -> Reading:
    return change("decrease", value, unit, comparison, **more)


def level(direction: str, value: float, unit: str, comparison: str = "=", **more: Any) -> Reading:
    return amount(comparison, value, unit, direction=direction, **more)


def rise(before: str, value: float, unit: str, comparison: str = "=", **more: Any) -> Reading:
    return level("increase", value, unit, comparison, baseline=before, **more)


def fall(before: str, value: float, unit: str, comparison: str = "=", **more: Any) -> Reading:
    return level("decrease", value, unit, comparison, baseline=before, **more)


def trend(direction: str, **more: Any) -> Reading:
    comparison = ">" if direction == "increase" else "<"
    return {"kind": "change", "comparison": comparison, "direction": direction, **more}


def rank(comparison: str, value: float, scope: str = "", **more: Any) -> Reading:
    return {"kind": "rank", "comparison": comparison, "value": value, "scope": scope, **more}


LIMIT = "ngày làm việc"
SCIENCE = "tổ chức khoa học và công nghệ"

PHRASES: dict[str, list[Reading]] = {
    # places
    "thứ hạng từ 10 trở lên": [rank("<=", 10)],
    "Đạt thứ hạng từ 10 trở lên": [rank("<=", 10)],
    "xếp thứ hạng từ 15 trở lên": [rank("<=", 15)],
    "xếp hạng từ thứ 10 trở lên": [rank("<=", 10)],
    "vị trí thứ 5 trở lên": [rank("<=", 5)],
    "đứng thứ 10 cả nước trở lên": [rank("<=", 10, "cả nước")],
    "xếp thứ 8 trở lên năm 2026": [rank("<=", 8, period="2026")],
    "thứ hạng không thấp hơn 10": [rank("<=", 10)],
    "xếp hạng không dưới 12": [rank("<=", 12)],
    "Thứ hạng ≤ 10": [rank("<=", 10)],
    "thứ bậc từ 20 trở lên": [rank("<=", 20)],
    "phấn đấu xếp thứ 3": [rank("=", 3, stretch=True)],
    "nằm trong tốp 15": [rank("<=", 15)],
    "Nằm trong tốp 15 cả nước": [rank("<=", 15, "cả nước")],
    "thuộc tốp 10": [rank("<=", 10)],
    "lọt vào tốp 5 toàn tỉnh": [rank("<=", 5, "toàn tỉnh")],
    "phấn đấu trong tốp 20": [rank("<=", 20, stretch=True)],
    "vào top 10": [rank("<=", 10)],
    "TỐP 10": [rank("<=", 10)],
    "trong nhóm 10 tỉnh dẫn đầu": [rank("<=", 10, "tỉnh dẫn đầu")],
    "đứng thứ nhất toàn tỉnh": [rank("=", 1, "toàn tỉnh")],
    "xếp thứ nhì cả nước": [rank("=", 2, "cả nước")],
    "xếp thứ 5/34": [rank("=", 5)],
    "từ vị trí thứ 15 lên vị trí thứ 10": [
        rank("=", 10, direction="increase", baseline="thứ 15"),
    ],
    "nâng thứ hạng từ 15 lên 10": [rank("=", 10, direction="increase", baseline="15")],
    "thứ hạng tối đa 10": [],
    "thứ hạng ≥ 10": [],
    "nâng cao thứ hạng": [],
    "vị trí việc làm": [],
    "thứ hạng năm 2026 từ 10 trở lên": [rank("<=", 10, period="2026")],
    "thứ hạng đạt từ 10 trở lên": [rank("<=", 10)],
    "thứ hạng trong khoảng 10 - 15": [rank("range", 10, upper=15)],
    "xếp thứ 10 trở xuống": [],
    "thứ hạng từ 10 trở xuống": [],
    "nằm trong tốp 10 - 15": [],
    "tốp 10%": [],
    # places gained and lost
    "nâng 5 bậc": [up(5, "bậc")],
    "Nâng 05 bậc so với năm 2025": [up(5, "bậc", baseline="năm 2025")],
    "tăng 02 bậc": [up(2, "bậc")],
    "tăng ít nhất 2 bậc": [up(2, "bậc", ">=")],
    "tăng từ 3 bậc trở lên": [up(3, "bậc", ">=")],
    "tăng 2 - 3 bậc": [up(2, "bậc", "range", upper=3)],
    "nâng thứ hạng 5 bậc": [up(5, "bậc")],
    "tăng hạng ít nhất 02 bậc": [up(2, "bậc", ">=")],
    "cải thiện tối thiểu 3 bậc": [up(3, "bậc", ">=")],
    "tăng hai bậc": [up(2, "bậc")],
    "thăng 3 bậc": [up(3, "bậc")],
    "phấn đấu tăng thêm 5 bậc": [up(5, "bậc", stretch=True)],
    "giảm 3 bậc": [down(3, "bậc")],
    "nâng 2 điểm": [up(2, "điểm")],
    "cải thiện 3 chỉ số": [],
    "nâng cấp 5 trạm y tế": [],
    # cuts and growth
    "rút ngắn 20% thời gian": [down(20, "%", of="thời gian")],
    "cắt giảm 20% thời gian": [down(20, "%", of="thời gian")],
    "giảm 20% thời gian": [down(20, "%", of="thời gian")],
    "Rút ngắn ít nhất 30% thời gian giải quyết": [down(30, "%", ">=", of="thời gian giải quyết")],
    "cắt giảm tối thiểu 30% thời gian giải quyết thủ tục": [
        down(30, "%", ">=", of="thời gian giải quyết thủ tục"),
    ],
    "kéo giảm 10% số vụ": [down(10, "%", of="số vụ")],
    "giảm bớt 2 cuộc họp": [down(2, "cuộc họp")],
    "rút ngắn 02 ngày làm việc": [down(2, LIMIT)],
    "rút ngắn từ 10% đến 20% thời gian": [down(10, "%", "range", upper=20, of="thời gian")],
    "giảm thêm 5%": [down(5, "%")],
    "rút ngắn hai ngày": [down(2, "ngày")],
    "nâng thêm 5%": [up(5, "%")],
    "tăng trưởng 8%": [up(8, "%")],
    "tăng trưởng từ 8% trở lên": [up(8, "%", ">=")],
    "tăng 2 điểm %": [up(2, "điểm %")],
    "giảm 1,5 điểm phần trăm": [down(1.5, "điểm phần trăm")],
    "Giảm thời gian giải quyết 20%": [down(20, "%", of="thời gian giải quyết")],
    "rút ngắn thời gian giải quyết hồ sơ ít nhất 30%": [
        down(30, "%", ">=", of="thời gian giải quyết hồ sơ"),
    ],
    "giảm số vụ tai nạn 5% so với năm 2025": [
        down(5, "%", of="số vụ tai nạn", baseline="năm 2025"),
    ],
    "tăng số hồ sơ trực tuyến 15%/năm": [up(15, "%", of="số hồ sơ trực tuyến", period="year")],
    "giảm thời gian giải quyết xuống còn 10 ngày": [
        level("decrease", 10, "ngày", of="thời gian giải quyết"),
    ],
    "tăng số xã đạt chuẩn lên 90%": [level("increase", 90, "%", of="số xã đạt chuẩn")],
    "giảm tỷ lệ hộ nghèo 2%/năm": [down(2, "%", of="tỷ lệ hộ nghèo", period="year")],
    "giảm tỷ lệ hộ nghèo dưới 2%": [amount("<", 2, "%")],
    "tăng cường kiểm tra": [],
    "tăng cường số hóa 100% hồ sơ": [amount("=", 100, "%", of="hồ sơ")],
    # from a level to another
    "tăng từ 80% lên 90%": [rise("80%", 90, "%")],
    "từ 80% lên 90%": [rise("80%", 90, "%")],
    "Tăng từ 80 lên 90%": [rise("80", 90, "%")],
    "nâng từ 75,5% lên 80,5%": [rise("75,5%", 80.5, "%")],
    "nâng từ 80% lên trên 90%": [rise("80%", 90, "%", ">")],
    "tăng từ 80% lên ít nhất 90% năm 2026": [rise("80%", 90, "%", ">=", period="2026")],
    "tăng từ 12 xã lên 15 xã": [rise("12 xã", 15, "xã")],
    "tăng từ 80% năm 2025 lên 90% năm 2026": [rise("80% năm 2025", 90, "%", period="2026")],
    "từ 80% lên đến 95%": [rise("80%", 95, "%")],
    "phấn đấu tăng từ 80% lên 90%": [rise("80%", 90, "%", stretch=True)],
    "từ 80% lên 90 - 95%": [rise("80%", 90, "%", "range", upper=95)],
    "giảm từ 15 xuống còn 10 ngày làm việc": [fall("15", 10, LIMIT)],
    "từ 15 ngày làm việc xuống còn 10 ngày làm việc": [fall("15 ngày làm việc", 10, LIMIT)],
    "giảm từ 15 ngày xuống 10 ngày": [fall("15 ngày", 10, "ngày")],
    "rút ngắn từ 15 ngày còn 10 ngày": [fall("15 ngày", 10, "ngày")],
    "giảm từ 5% xuống dưới 3%": [fall("5%", 3, "%", "<")],
    "rút ngắn từ 20 xuống không quá 12 ngày": [fall("20", 12, "ngày", "<=")],
    "giảm từ 80% lên 90%": [],
    "từ 90% lên 80%": [],
    "tăng từ 15 xuống còn 10 ngày": [],
    "tăng lên 90%": [level("increase", 90, "%")],
    "nâng lên ít nhất 95%": [level("increase", 95, "%", ">=")],
    "giảm xuống còn 10 ngày": [level("decrease", 10, "ngày")],
    "rút ngắn còn 5 ngày làm việc": [level("decrease", 5, LIMIT)],
    "giảm còn dưới 2%": [level("decrease", 2, "%", "<")],
    "tăng từ 5 - 7%": [up(5, "%", "range", upper=7)],
    "tăng từ 5% đến 7%": [up(5, "%", "range", upper=7)],
    "từ 80 - 85% lên 90%": [rise("80 - 85%", 90, "%")],
    "từ 80% (năm 2025) lên 90% (năm 2026)": [rise("80% (năm 2025)", 90, "%", period="2026")],
    "rút ngắn thời gian giải quyết từ 15 ngày xuống còn 10 ngày": [fall("15 ngày", 10, "ngày")],
    "tăng tỷ lệ hồ sơ trực tuyến từ 80% lên 90%": [rise("80%", 90, "%")],
    "nâng từ hạng 15 lên hạng 10": [rank("=", 10, direction="increase", baseline="15")],
    "tăng từ 25 giường/vạn dân lên 30 giường/vạn dân": [
        rise("25 giường/vạn dân", 30, "giường/vạn dân"),
    ],
    "giảm từ 3,5% (2025) xuống 2,5% (2026)": [fall("3,5% (2025)", 2.5, "%")],
    "giảm từ 3,5% năm 2025 xuống còn 2,5% vào năm 2026": [
        fall("3,5% năm 2025", 2.5, "%", period="2026"),
    ],
    "nâng từ 80% thành 90%": [rise("80%", 90, "%")],
    "từ 15 ngày giảm xuống còn 10 ngày": [fall("15 ngày", 10, "ngày")],
    "80% lên 90%": [rise("80%", 90, "%")],
    "tăng 5% (từ 80% lên 85%)": [up(5, "%"), rise("80%", 85, "%")],
    # over something else
    "cao hơn 5% so với năm 2025": [up(5, "%", baseline="năm 2025")],
    "Cao hơn ít nhất 5% so với năm 2025": [up(5, "%", ">=", baseline="năm 2025")],
    "cao hơn từ 5% trở lên so với cùng kỳ": [up(5, "%", ">=", baseline="cùng kỳ")],
    "nhiều hơn 10 mô hình so với năm 2025": [up(10, "mô hình", baseline="năm 2025")],
    "thấp hơn 5% so với năm 2025": [down(5, "%", baseline="năm 2025")],
    "ít hơn 3 vụ so với cùng kỳ năm 2025": [down(3, "vụ", baseline="cùng kỳ năm 2025")],
    "cao hơn năm 2025 từ 5% trở lên": [up(5, "%", ">=", baseline="năm 2025")],
    "cao hơn năm 2025 ít nhất 5%": [up(5, "%", ">=", baseline="năm 2025")],
    "tăng so với năm 2025 là 5%": [up(5, "%", baseline="năm 2025")],
    "cao hơn 5%": [amount(">", 5, "%")],
    "cao hơn năm 2025": [
        {"kind": "change", "comparison": ">", "direction": "increase", "baseline": "năm 2025"},
    ],
    "vượt 5% so với năm 2025": [up(5, "%", baseline="năm 2025")],
    "cao hơn cùng kỳ 5%": [up(5, "%", baseline="cùng kỳ")],
    "giảm 10% so với năm 2025 và 15% so với năm 2024": [
        down(10, "%", baseline="năm 2025"),
        down(15, "%", baseline="năm 2024"),
    ],
    "giảm 30% thời gian và 20% chi phí": [
        down(30, "%", of="thời gian"),
        down(20, "%", of="chi phí"),
    ],
    # bounds
    "lớn hơn hoặc bằng 80%": [amount(">=", 80, "%")],
    "bằng hoặc lớn hơn 80%": [amount(">=", 80, "%")],
    "cao hơn hoặc bằng 90%": [amount(">=", 90, "%")],
    "bằng hoặc cao hơn 90 điểm": [amount(">=", 90, "điểm")],
    "đạt lớn hơn hoặc bằng 80% hồ sơ": [amount(">=", 80, "%", of="hồ sơ")],
    "nhỏ hơn hoặc bằng 5%": [amount("<=", 5, "%")],
    "thấp hơn hoặc bằng 2%": [amount("<=", 2, "%")],
    "bằng hoặc thấp hơn 10 vụ": [amount("<=", 10, "vụ")],
    "thấp nhất 80%": [amount(">=", 80, "%")],
    "Thấp nhất là 80%": [amount(">=", 80, "%")],
    "đạt thấp nhất 85 điểm": [amount(">=", 85, "điểm")],
    "cao nhất 10 vụ": [amount("<=", 10, "vụ")],
    "không nhiều hơn 3 lần": [amount("<=", 3, "lần")],
    "tối đa 10 ngày": [amount("<=", 10, "ngày")],
    "Tối đa 5% hồ sơ": [amount("<=", 5, "%", of="hồ sơ")],
    "đạt tối đa 100%": [amount("<=", 100, "%")],
    "tối đa không quá 3%": [amount("<=", 3, "%")],
    "không kém 80%": [amount(">=", 80, "%")],
    "đạt 95% hoặc cao hơn": [amount(">=", 95, "%")],
    "10 ngày là tối đa": [amount("<=", 10, "ngày")],
    "không chậm hơn 5 ngày": [amount("<=", 5, "ngày")],
    "không lâu hơn 10 ngày": [amount("<=", 10, "ngày")],
    # shares
    "5‰": [amount("=", 5, "‰")],
    "dưới 10‰": [amount("<", 10, "‰")],
    "giảm 0,2‰": [down(0.2, "‰")],
    "giảm từ 0,5‰ xuống 0,3‰": [fall("0,5‰", 0.3, "‰")],
    "từ 5‰ đến 7‰": [amount("range", 5, "‰", upper=7)],
    "5 - 7‰": [amount("range", 5, "‰", upper=7)],
    "80 phần trăm": [amount("=", 80, "%")],
    "ít nhất 80 phần trăm hồ sơ": [amount(">=", 80, "%", of="hồ sơ")],
    "tỷ lệ sinh dưới 15‰": [amount("<", 15, "‰")],
    # so many of so many
    "41/41 đơn vị": [amount("=", 41, "đơn vị", of="41 đơn vị")],
    "40/41 đơn vị": [amount("=", 40, "đơn vị", of="41 đơn vị")],
    "đạt 19/19 tiêu chí": [amount("=", 19, "tiêu chí", of="19 tiêu chí")],
    "12/12 xã": [amount("=", 12, "xã", of="12 xã")],
    "ít nhất 15/19 tiêu chí": [amount(">=", 15, "tiêu chí", of="19 tiêu chí")],
    "Có 102/102 xã": [amount("=", 102, "xã", of="102 xã")],
    "41/41 đơn vị, đạt 100%": [
        amount("=", 41, "đơn vị", of="41 đơn vị"),
        amount("=", 100, "%"),
    ],
    "hoàn thành 15/19 tiêu chí": [amount("=", 15, "tiêu chí", of="19 tiêu chí")],
    "06/2026 báo cáo": [],
    "ít nhất 2/3 số đại biểu": [amount(">=", 200 / 3, "%", of="số đại biểu")],
    "trước 12/12 năm 2026": [],
    "42/41 đơn vị": [],
    "5/12 báo cáo quý": [],
    "ít nhất 1/2 ngày": [],
    "ít nhất 2/3 thành viên": [amount(">=", 200 / 3, "%", of="thành viên")],
    "15-6": [],
    "trước ngày 12/12": [],
    # multiples
    "gấp 1,5 lần": [up(1.5, "lần")],
    "Gấp 1,5 lần so với năm 2025": [up(1.5, "lần", baseline="năm 2025")],
    "gấp 2 lần năm 2025": [up(2, "lần", baseline="năm 2025")],
    "gấp ít nhất 2 lần": [up(2, "lần", ">=")],
    "tăng gấp 3 lần": [up(3, "lần")],
    "gấp từ 1,5 đến 2 lần": [up(1.5, "lần", "range", upper=2)],
    "gấp 1,5 - 2 lần": [up(1.5, "lần", "range", upper=2)],
    "gấp đôi": [up(2, "lần")],
    "tăng gấp đôi so với năm 2025": [up(2, "lần", baseline="năm 2025")],
    "tăng gấp rưỡi": [up(1.5, "lần")],
    "gấp hai lần": [up(2, "lần")],
    "gấp 2 lần trở lên": [up(2, "lần", ">=")],
    "phấn đấu gấp 2 lần mức bình quân cả nước": [
        up(2, "lần", stretch=True, baseline="mức bình quân cả nước"),
    ],
    "bằng 1,5 lần năm 2025": [up(1.5, "lần", baseline="năm 2025")],
    "giảm gấp 2 lần": [],
    "họp gấp": [],
    "họp gấp 2 đơn vị": [],
    # numbers in words
    "ít nhất hai mô hình": [amount(">=", 2, "mô hình")],
    "Ít nhất một cuộc/năm": [amount(">=", 1, "cuộc", period="year")],
    "tối thiểu ba sản phẩm": [amount(">=", 3, "sản phẩm")],
    "không quá mười lăm ngày": [amount("<=", 15, "ngày")],
    "tối đa hai mươi mốt ngày": [amount("<=", 21, "ngày")],
    "ít nhất năm mô hình": [amount(">=", 5, "mô hình")],
    "ít nhất mười hợp tác xã": [amount(">=", 10, "hợp tác xã")],
    "ít nhất 02 (hai) mô hình": [amount(">=", 2, "mô hình")],
    "ít nhất hai đến ba mô hình": [amount("range", 2, "mô hình", upper=3)],
    "mỗi xã có ít nhất một mô hình": [amount(">=", 1, "mô hình")],
    "ít nhất sáu tháng một lần": [],
    "ít nhất một số xã": [],
    "ít nhất một trong các tiêu chí": [],
    "ít nhất năm 2026": [],
    "ít nhất hai phần ba đại biểu": [amount(">=", 200 / 3, "%", of="đại biểu")],
    "ít nhất một nửa số hộ": [amount(">=", 50, "%", of="số hộ")],
    "một số mô hình": [],
    # limits of time
    "chậm nhất 5 ngày làm việc": [amount("<=", 5, LIMIT)],
    "Chậm nhất là 05 ngày làm việc": [amount("<=", 5, LIMIT)],
    "muộn nhất 10 ngày": [amount("<=", 10, "ngày")],
    "chậm nhất hai ngày": [amount("<=", 2, "ngày")],
    "trong vòng 5 ngày làm việc": [amount("<=", 5, LIMIT)],
    "chậm nhất 5 ngày làm việc kể từ ngày nhận": [amount("<=", 5, LIMIT)],
    "tối đa 5 ngày làm việc sau khi nhận đủ hồ sơ": [amount("<=", 5, LIMIT)],
    "chậm nhất 08 giờ làm việc": [amount("<=", 8, "giờ làm việc")],
    "chậm nhất 24 giờ": [amount("<=", 24, "giờ")],
    "chậm nhất 17 giờ": [],
    "chậm nhất 17 giờ 00 ngày 15/6": [],
    "chậm nhất 15 ngày trước khi họp": [],
    "chậm nhất 15-6": [],
    "chậm nhất ngày 15/6": [],
    "chậm nhất 15/6": [],
    "chậm nhất 15 tháng 6": [],
    # units of several words
    "40 - 50 tổ chức khoa học và công nghệ": [amount("range", 40, SCIENCE, upper=50)],
    "ít nhất 5 tổ chức khoa học và công nghệ": [amount(">=", 5, SCIENCE)],
    "20 doanh nghiệp nhỏ và vừa": [amount("=", 20, "doanh nghiệp nhỏ và vừa")],
    "10 - 15 doanh nghiệp vừa và nhỏ": [amount("range", 10, "doanh nghiệp vừa và nhỏ", upper=15)],
    "80% phụ nữ và trẻ em": [amount("=", 80, "%", of="phụ nữ và trẻ em")],
    "≥ 01 HTX và 10 tổ hợp tác": [amount(">=", 1, "HTX"), amount(">=", 10, "tổ hợp tác")],
    "02 trung tâm nghiên cứu và phát triển": [
        amount("=", 2, "trung tâm nghiên cứu và phát triển"),
    ],
    "100% văn bản được tiếp nhận và xử lý": [
        amount("=", 100, "%", of="văn bản được tiếp nhận và xử lý"),
    ],
    "100% hồ sơ được số hóa và phấn đấu giảm 20% thời gian": [
        amount("=", 100, "%", of="hồ sơ được số hóa"),
        down(20, "%", of="thời gian", stretch=True),
    ],
    # lists that are one thing, numbers that others set
    "100% cán bộ, công chức, viên chức được tập huấn": [
        amount("=", 100, "%", of="cán bộ, công chức, viên chức được tập huấn")
    ],
    "95% cán bộ, công chức hoàn thành nhiệm vụ": [
        amount("=", 95, "%", of="cán bộ, công chức hoàn thành nhiệm vụ")
    ],
    "90% hồ sơ tiếp nhận, giải quyết đúng hạn": [
        amount("=", 90, "%", of="hồ sơ tiếp nhận, giải quyết đúng hạn")
    ],
    "ít nhất 80% cơ quan, đơn vị sử dụng": [amount(">=", 80, "%", of="cơ quan, đơn vị sử dụng")],
    "100% xã, phường, thị trấn có trang thông tin": [
        amount("=", 100, "%", of="xã, phường, thị trấn có trang thông tin")
    ],
    "100% thủ tục hành chính được công bố, công khai": [
        amount("=", 100, "%", of="thủ tục hành chính được công bố, công khai")
    ],
    "80% người dân, doanh nghiệp hài lòng": [
        amount("=", 80, "%", of="người dân, doanh nghiệp hài lòng")
    ],
    "03 cơ quan, đơn vị": [amount("=", 3, "cơ quan, đơn vị")],
    "20 xã, phường": [amount("=", 20, "xã, phường")],
    "15 sở, ban, ngành": [amount("=", 15, "sở, ban, ngành")],
    "không quá 30 cán bộ, công chức": [amount("<=", 30, "cán bộ, công chức")],
    "90% hồ sơ, 80% thủ tục": [
        amount("=", 90, "%", of="hồ sơ"),
        amount("=", 80, "%", of="thủ tục"),
    ],
    "không vượt quá số lượng được giao": [amount("<=", None, "", baseline="số lượng được giao")],
    "không quá dự toán được giao": [amount("<=", None, "", baseline="dự toán được giao")],
    "không quá chỉ tiêu tỉnh giao": [amount("<=", None, "", baseline="chỉ tiêu tỉnh giao")],
    "không vượt dự toán được phân bổ": [amount("<=", None, "", baseline="dự toán được phân bổ")],
    "không quá kinh phí được cấp": [amount("<=", None, "", baseline="kinh phí được cấp")],
    "không quá biên chế được giao": [amount("<=", None, "", baseline="biên chế được giao")],
    "không quá phức tạp": [],
    "báo cáo không quá dài theo kế hoạch": [],
    # amounts in several numbers
    "1 tỷ 200 triệu đồng": [amount("=", 1.2, "tỷ đồng")],
    "ít nhất 2 tỷ 500 triệu đồng": [amount(">=", 2.5, "tỷ đồng")],
    "1 tỷ rưỡi đồng": [amount("=", 1.5, "tỷ đồng")],
    "3 triệu 500 nghìn đồng/tháng": [amount("=", 3.5, "triệu đồng", period="month")],
    "1 tỷ 200 triệu 500 nghìn đồng": [amount("=", 1.2005, "tỷ đồng")],
    "từ 1 tỷ 200 triệu đồng trở lên": [amount(">=", 1.2, "tỷ đồng")],
    "2 giờ 30 phút": [amount("=", 2.5, "giờ")],
    "80% của 1.200 hồ sơ": [amount("=", 80, "%", of="1.200 hồ sơ")],
    "80% tổng số 1.200 hồ sơ": [amount("=", 80, "%", of="tổng số 1.200 hồ sơ")],
    "80% của hồ sơ": [amount("=", 80, "%", of="hồ sơ")],
    "đạt 50% của năm 2025": [amount("=", 50, "%", baseline="năm 2025")],
    "10 ± 2 ngày": [amount("range", 8, "ngày", upper=12)],
    "10 +/- 2 ngày": [amount("range", 8, "ngày", upper=12)],
    "50 ± 5%": [amount("range", 45, "%", upper=55)],
    # steady changes, rough numbers
    "tăng dần": [trend("increase")],
    "giảm dần": [trend("decrease")],
    "tăng đều": [trend("increase")],
    "tăng liên tục": [trend("increase")],
    "tăng dần qua các năm": [trend("increase", baseline="qua các năm")],
    "giảm dần tỷ lệ hộ nghèo": [trend("decrease", of="tỷ lệ hộ nghèo")],
    "tăng dần theo yêu cầu phát triển": [trend("increase")],
    "gần 80%": [amount("=", 80, "%", approximate=True)],
    "xấp xỉ 80%": [amount("=", 80, "%", approximate=True)],
    "trên dưới 80%": [amount("=", 80, "%", approximate=True)],
    "ước đạt 80%": [amount("=", 80, "%", approximate=True)],
    "gần 100 mô hình": [amount("=", 100, "mô hình", approximate=True)],
    # numbers in words, fractions, points, what each has
    "mười mô hình": [amount("=", 10, "mô hình")],
    "hai mươi lớp": [amount("=", 20, "lớp")],
    "hai mô hình": [amount("=", 2, "mô hình")],
    "một cửa": [],
    "hai cấp": [],
    "ba không": [],
    "1/3 số thôn": [amount("=", 100 / 3, "%", of="số thôn")],
    "2/3 hộ": [amount("=", 200 / 3, "%", of="hộ")],
    "3/4 số hộ": [amount("=", 75, "%", of="số hộ")],
    "một nửa số thôn": [amount("=", 50, "%", of="số thôn")],
    "giảm một nửa": [down(50, "%")],
    "giảm 1/2": [down(50, "%")],
    "giảm 1/3 thời gian": [down(100 / 3, "%", of="thời gian")],
    "1/2": [],
    "≥ 4/5 điểm": [amount(">=", 4, "điểm", of="5 điểm")],
    "85/100 điểm": [amount("=", 85, "điểm", of="100 điểm")],
    "70/100": [amount("=", 70, "", of="100")],
    "mỗi xã 01 mô hình": [amount("=", 1, "mô hình")],
    "mỗi thôn ít nhất 2 tổ": [amount(">=", 2, "tổ")],
    "mỗi đơn vị có 1 sáng kiến": [amount("=", 1, "sáng kiến")],
    "mỗi năm 2 lần": [],
    "500 triệu - 1 tỷ đồng": [amount("range", 0.5, "tỷ đồng", upper=1)],
    "từ 500 triệu đến 1 tỷ đồng": [amount("range", 0.5, "tỷ đồng", upper=1)],
    "tăng dần từ 80% lên 90%": [rise("80%", 90, "%")],
    "giảm dần xuống còn 5%": [level("decrease", 5, "%")],
    "tăng đều 5%/năm": [up(5, "%", period="year")],
    "ba phần tư số hộ": [amount("=", 75, "%", of="số hộ")],
    "một hội nghị": [amount("=", 1, "hội nghị")],
    "năm mô hình": [],
    "2/2 hội nghị": [amount("=", 2, "hội nghị", of="2 hội nghị")],
    "mỗi hộ tối thiểu 01 thùng rác": [amount(">=", 1, "thùng rác")],
    "100% hồ sơ đầu vào": [amount("=", 100, "%", of="hồ sơ đầu vào")],
    "100% học sinh cuối cấp": [amount("=", 100, "%", of="học sinh cuối cấp")],
    # times behind what is counted
    "70% sau 6 tháng": [amount("=", 70, "%")],
    "90% sau năm 2026": [amount("=", 90, "%")],
    "50% trước 30/6/2026": [amount("=", 50, "%")],
    "50% hồ sơ trước 30/6": [amount("=", 50, "%", of="hồ sơ")],
    "giải ngân 50% chậm nhất ngày 30/6": [amount("=", 50, "%")],
    "giải ngân 50% cuối quý II": [amount("=", 50, "%")],
    "50% quý II, 100% quý IV": [amount("=", 50, "%"), amount("=", 100, "%")],
    "5 mô hình trước 30/6": [amount("=", 5, "mô hình")],
    "95% hồ sơ giải quyết trước hạn": [amount("=", 95, "%", of="hồ sơ giải quyết trước hạn")],
    "100% hồ sơ trả trước ngày hẹn": [amount("=", 100, "%", of="hồ sơ trả trước ngày hẹn")],
    # squares and cubes
    "1.200m2": [amount("=", 1200, "m2")],
    "300 m3/ngày": [amount("=", 300, "m3/ngày")],
    "12 km² đường": [amount("=", 12, "km² đường")],
    "10 m2/người": [amount("=", 10, "m2/người")],
    # a smaller unit behind a larger one
    "5 tấn 200 kg": [amount("=", 5.2, "tấn")],
    "5 ha 500 m2": [amount("=", 5.05, "ha")],
    "ít nhất 1 km 500 m": [amount(">=", 1.5, "km")],
    "3 xã 2 thôn": [amount("=", 3, "xã"), amount("=", 2, "thôn")],
    "1 km 1.500 m": [amount("=", 1, "km"), amount("=", 1500, "m")],
    # reached or passed
    "đạt và vượt 100% kế hoạch": [amount(">=", 100, "%", of="kế hoạch")],
    "đạt hoặc vượt 95%": [amount(">=", 95, "%")],
    "đạt, vượt 500 tỷ đồng": [amount(">=", 500, "tỷ đồng")],
    "vượt 10% dự toán": [
        {**amount("=", 10, "%"), "kind": "change", "direction": "increase", "baseline": "dự toán"}
    ],
    "vượt 105% kế hoạch": [amount(">", 105, "%", of="kế hoạch")],
    "vượt 50% số hộ": [amount(">", 50, "%", of="số hộ")],
    # ranges of points
    "80 - 85/100 điểm": [{**amount("range", 80, "điểm", of="100 điểm"), "upper": 85}],
    "từ 80 đến 85/100 điểm": [{**amount("range", 80, "điểm", of="100 điểm"), "upper": 85}],
    "mỗi xã, phường 01 trạm y tế": [amount("=", 1, "trạm y tế")],
    # no numbers
    "không quá định mức": [],
    "theo kế hoạch": [],
}
