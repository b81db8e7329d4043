"""Samples of inputs: each framework that comes along is scored by its own, as worked out apart."""

from __future__ import annotations

import numpy as np
import pytest
import sauro
from sauro import datasets
from sauro.datasets import _inputs

WITHOUT = {"papi-2018", "papi-2019"}  # their published values aren't free to come along


def scored(name: str) -> sauro.Scorecard:
    return sauro.score(sauro.Framework.load(name), datasets.inputs(name))


def test_each_framework_has_a_sample() -> None:
    assert set(_inputs.FILES) == set(sauro.Framework.available()) - WITHOUT
    for name in WITHOUT:
        with pytest.raises(sauro.NotFoundError) as caught:
            datasets.inputs(name)
        assert caught.value.code == 100


@pytest.mark.parametrize("name", sorted(_inputs.FILES))
def test_each_sample_is_scored_without_a_finding(name: str) -> None:
    card = scored(name)
    is_open = name == "commune-example"  # which shows what a missing input does
    assert not card.findings and np.isnan(card.total).any() == is_open
    assert datasets.about(_inputs.FILES[name]).source


def test_bac_ninh_has_its_published_total() -> None:
    card = scored("pgi-2023")  # 27.78 in the press: the sum of rounded parts is 27.77
    assert card.total.tolist() == pytest.approx([27.77])
    assert abs(card.total[0] - 27.78) <= 4 * 0.005


def test_the_index_between_units_is_what_numpy_makes_of_it() -> None:
    table = datasets.inputs("dti-example")
    x = {name: np.asarray(table[name], dtype=float) for name in table.columns[1:]}
    firms = x["doanh_nghiep_so"]
    x["doanh_nghiep_so"] = np.minimum(firms, np.sort(firms)[-2])  # one has an industrial park
    shares = {n: (v - v.min()) / np.ptp(v) for n, v in x.items()}
    shares["thoi_gian_xu_ly"] = 1 - shares["thoi_gian_xu_ly"]
    one = (
        0.4 * shares["ho_so_truc_tuyen"] + 0.3 * shares["so_hoa"] + 0.3 * shares["thoi_gian_xu_ly"]
    )
    two = (shares["doanh_nghiep_so"] + shares["thanh_toan"]) / 2
    total = 100 * (0.5 * one + 0.3 * two + 0.2 * shares["dien_thoai"])
    assert scored("dti-example").total == pytest.approx(total, abs=0.00501)


def test_grades_follow_their_conditions() -> None:
    card = scored("grading-example")
    units = {unit: at for at, unit in enumerate(card.units)}
    total = dict(zip(card.units, card.total.tolist(), strict=True))
    on_time = 40 * 4705 / 4862
    assert total["An Lộc"] == pytest.approx(on_time + 20 * 0.92 + 30 + 10 + 4, abs=0.00501)
    assert card.points("3")[units["An Lộc"]] == 10  # 8 + 8, cut to 10
    assert card.points("4")[units["An Lộc"]] == 4  # three ideas, cut to 4
    assert card.points("4")[units["Tân Hòa"]] == -3  # three letters, cut to -3
    assert card.points("1.1")[units["Tân Hòa"]] == 0  # below 80 %
    grades = dict(zip(card.units, card.grade(), strict=True))
    assert (grades["An Lộc"], grades["Mỹ Thạnh"]) == ("Xuất sắc", "Khá")
    assert total["Mỹ Thạnh"] == pytest.approx(102.8)
