"""Names of bodies in capitals, as running text has them (Nghị định 30/2020/NĐ-CP, annex II)."""

from __future__ import annotations

import pytest
import sauro
from sauro._base.words import words_in
from sauro.reporting._capitals import in_running_text
from sauro.reporting._letter import letter_of

BODIES = [
    "UBND", "HĐND", "Ủy ban nhân dân", "Hội đồng nhân dân", "Đảng ủy", "Văn phòng HĐND và UBND",
    "Sở Nội vụ", "Sở Khoa học và Công nghệ", "Phòng Văn hóa - Xã hội", "Công an", "Thanh tra",
    "Phòng Kinh tế, Hạ tầng và Đô thị", "Trung tâm Phục vụ hành chính công", "Ban Quản lý dự án",
    "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ban Chỉ huy Quân sự", "Chi cục Thủy lợi", "Bộ Xây dựng",
    "Bộ Lao động - Thương binh và Xã hội", "Hội Nông dân", "Ủy ban Kiểm tra Đảng ủy",
]  # fmt: skip
PLACES = [
    "", "xã An Lộc", "phường 5", "tỉnh An Giang", "thành phố Đà Nẵng", "đặc khu Phú Quốc",
    "thị trấn Mỹ Đức", "xã Krông Nô", "huyện X", "TP. Hồ Chí Minh",
]  # fmt: skip
NAMED = ["Tỉnh ủy An Giang", "Trường Tiểu học Nguyễn Du", "Công ty TNHH An Phát", "Tỉnh An Giang"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("body", BODIES)
def test_a_name_comes_back_from_its_capitals(body: str, place: str) -> None:
    name = f"{body} {place}".strip()
    assert in_running_text(name.upper()) == name
    assert in_running_text(name) == name


@pytest.mark.parametrize("name", NAMED)
def test_names_of_places_and_persons_have_capitals(name: str) -> None:
    assert in_running_text(name.upper()) == name


def test_a_report_names_who_it_is_of_as_a_clerk_would() -> None:
    head = "UBND XÃ TÂN HÒA\nSố: 12/KH-UBND\n\nngày 5 tháng 1 năm 2026\n\n"
    text = head + "KẾ HOẠCH\n1. Rà soát."
    letter = letter_of(sauro.read_plan(text=text), words_in("vi"))
    assert letter.issuer == "UBND xã Tân Hòa" and letter.plan.endswith("của UBND xã Tân Hòa")
    assert letter.authority == ("UBND XÃ TÂN HÒA",)
