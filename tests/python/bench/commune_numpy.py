"""The example commune set as an analyst would write it with NumPy: the peer of the benchmark.

Missing inputs (NaN) give missing points; a criterion that is left out is infinite on the way.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = Any
NAN, LEFT_OUT = np.nan, np.inf


def known(points: Array, *inputs: Array) -> Array:
    """Points where no input is missing."""
    missing = np.isnan(inputs[0])
    for values in inputs[1:]:
        missing = missing | np.isnan(values)
    return np.where(missing, NAN, points)


def decimal(values: Array) -> Array:
    return np.round(values, 9)


def share(part: Array, whole: Array) -> Array:
    return np.divide(part, whole, out=np.full_like(part, NAN), where=whole != 0)


def ratio(
    part: Array, whole: Array, points: float, *, least: float = 0, none: float = NAN
) -> Array:
    rate = share(part, whole)
    scored = rate * points
    if least:
        scored = np.where(decimal(rate) < least, 0.0, scored)
    return np.where(whole == 0, none, scored)


def bands(values: Array, *rows: tuple[Array, Array]) -> Array:
    return known(np.select([row[0] for row in rows], [row[1] for row in rows], NAN), values)


def fewer(points: float, each: float, *counts: Array) -> Array:
    return np.maximum(points - each * sum(counts), 0)


def against_before(values: Array, units: int) -> Array:
    before = np.full_like(values, NAN)
    before[units:] = values[:-units]
    points = np.where(values > before, 2.0, np.where(values == before, 1.0, 0.0))
    return np.where(np.isnan(known(points, values, before)), 0.0, points)


def leaves(x: dict[str, Array], units: int) -> dict[str, Array]:
    """Points of every leaf."""
    p: dict[str, Array] = {}
    issued, day = x["kh_da_ban_hanh"], x["kh_ngay_ban_hanh"]
    in_time = np.where(np.isnan(day), NAN, np.where(day <= 20543, 2.0, 1.0))
    p["1.1.1"] = known(np.where(issued == 0, 0.0, in_time), issued)
    p["1.1.2"] = ratio(x["nv_hoan_thanh"], x["nv_trong_ke_hoach"], 2, least=0.8)
    p["1.2"] = fewer(2, 0.25, x["bc_cham"], x["bc_thieu"])
    v = x["ty_le_kiem_tra"]
    p["1.3.1"] = bands(v, (v >= 30, 2.0), (v >= 20, 1.0), (v < 20, 0.0))
    p["1.3.2"] = ratio(x["vd_da_xu_ly"], x["vd_phat_hien"], 2, least=0.7, none=2)
    p["1.4"] = 0.5 * (x["tt_ke_hoach"] + x["tt_dai_truyen_thanh"] + x["tt_mang_xa_hoi"])
    p["1.5"] = np.minimum(1.5, 0.75 * x["sang_kien"])
    done, late, given = x["nv_giao_hoan_thanh"], x["nv_giao_qua_han"], x["nv_giao"]
    finished = known(np.where(late == 0, 2.0, 1.0), late)
    p["1.6"] = known(np.where(done >= given, finished, 0.0), done, given)
    p["2.1"] = ratio(x["vb_dung_tham_quyen"], x["vb_ban_hanh"], 4, none=LEFT_OUT)
    plan, result, published = x["rs_ke_hoach"], x["rs_ket_qua"], x["rs_cong_bo"]
    none = (plan == 0) | (result == 0) | (published == 0)
    p["2.2"] = np.where(none, 0.0, known(np.full_like(plan, 3.0), plan, result, published))
    by_petition = ratio(x["kn_da_xu_ly"], x["kn_ve_van_ban"], 3)
    chosen = x["xl_cong_thuc"]
    p["2.3"] = known(np.where(chosen == 0, by_petition, 3 * x["tu_kiem_tra"]), chosen)
    p["3.1"] = x["tthc_cong_khai"] * (4 / 100)
    v = x["tthc_mot_cua"]
    p["3.2"] = bands(v, (v >= 100, 3.0), (v >= 80, 3 * v / 100), (v < 80, 0.0))
    p["3.3.1"] = ratio(x["hs_dung_han"], x["hs_da_giai_quyet"], 6, least=0.95, none=6)
    late, sorry = x["hs_tre_hen"], x["hs_xin_loi"]
    p["3.3.2"] = np.where(late == 0, 3.0, known(np.where(sorry >= late, 3.0, 0.0), late, sorry))
    got, came = x["pakn_xu_ly_dung_han"], x["pakn_tiep_nhan"]
    v = decimal(np.where(came > 0, 100 * share(got, came), known(np.full_like(came, 100.0), came)))
    p["3.4"] = bands(v, (v == 100, 4.0), (v >= 90, 2.0), (v >= 0, 0.0))
    used, allowed = x["bien_che_su_dung"], x["bien_che_duoc_giao"]
    p["4.1"] = known(np.where(used <= allowed, 4.0, 0.0), used, allowed)
    p["4.2"] = x["pc_quy_dinh"] + x["pc_kiem_tra"] + x["pc_xu_ly"]
    v = x["lanh_dao_vuot"]
    p["4.3"] = bands(v, (v == 0, 3.0), (v >= 1, 0.0))
    p["5.1"] = np.interp(x["dung_vi_tri"], [50, 80, 100], [0, 6, 10])
    p["5.2"] = np.minimum(10, x["qua_boi_duong"] / 100 / 0.8 * 10)
    p["5.3"] = fewer(10, 2.5, x["bi_ky_luat"])
    v = x["giai_ngan"]
    p["6.1"] = bands(v, (v >= 95, 4.0), (v >= 70, 4 * v / 100), (v < 70, 0.0))
    p["6.2"] = against_before(x["don_vi_tu_chu"], units)
    p["6.3"] = ratio(x["kien_nghi_thuc_hien"], x["kien_nghi_thanh_tra"], 4, none=4)
    p["7.1"] = np.minimum(3, x["so_hoa"] / 80 * 3)
    a, b, c = x["dvc_a"], x["dvc_b"], x["dvc_c"]
    raw = np.minimum(5, 2 * a + np.minimum(1, 1.25 * b) + 2.5 * c)
    p["7.2"] = np.floor(np.round(raw * 100, 7) + 0.5) / 100
    v = x["van_ban_dien_tu"]
    by_period = v.reshape(-1, units)
    best = np.nanmax(by_period, axis=1)
    best[np.isnan(by_period).any(axis=1) & (best < 100)] = np.nan  # who lacks a value may be it
    best = np.repeat(best, units)
    above = 1 + (v - 80) / (best - 80)
    p["7.3"] = known(np.clip(np.where(v >= 80, above, v / 80), 0, 2), v)
    p["8.1"] = x["sipas"] * (8 / 100)
    ballots = x["phieu_a"] + x["phieu_b"] + x["phieu_c"] + x["phieu_d"]
    p["8.2"] = 3 * share(x["phieu_a"] + 0.6 * x["phieu_b"] + 0.2 * x["phieu_c"], ballots)
    p["8.3"] = against_before(x["dn_moi"], units)
    v = x["thu_ngan_sach"]
    p["8.4"] = bands(v, (v >= 105, 2.0), (v >= 100, 1.0), (v < 100, 0.0))
    p["T"] = np.minimum(2, x["mo_hinh_hay"])
    p["P"] = np.maximum(0 - x["vi_pham"], -2)
    return {code: decimal(points) for code, points in p.items()}


def score(x: dict[str, Array], units: int) -> dict[str, Array]:
    """Points of every criterion; the total is ""."""
    p = leaves(x, units)
    for code, parts in {
        "1.1": ("1.1.1", "1.1.2"),
        "1.3": ("1.3.1", "1.3.2"),
        "1": ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6"),
        "3.3": ("3.3.1", "3.3.2"),
        "3": ("3.1", "3.2", "3.3", "3.4"),
        "4": ("4.1", "4.2", "4.3"),
        "6": ("6.1", "6.2", "6.3"),
        "7": ("7.1", "7.2", "7.3"),
        "8": ("8.1", "8.2", "8.3", "8.4"),
    }.items():
        total = p[parts[0]]
        for part in parts[1:]:
            total = total + p[part]
        p[code] = decimal(total)
    out = np.isinf(p["2.1"])
    rest = p["2.2"] + p["2.3"]
    p["2"] = decimal(np.where(out, rest * 10 / 6, p["2.1"] + rest))
    p["5"] = decimal((2 * p["5.1"] + p["5.2"] + p["5.3"]) / 4)
    total = p["1"]
    for code in ("2", "3", "4", "5", "6", "7", "8", "T", "P"):
        total = total + p[code]
    p[""] = np.clip(np.floor(np.round(total * 100, 7) + 0.5) / 100, 0, 100)
    p["2.1"] = np.where(out, NAN, p["2.1"])
    return p


SHARES = (
    ("nv_hoan_thanh", "nv_trong_ke_hoach"),
    ("vd_da_xu_ly", "vd_phat_hien"),
    ("vb_dung_tham_quyen", "vb_ban_hanh"),
    ("kn_da_xu_ly", "kn_ve_van_ban"),
    ("hs_dung_han", "hs_da_giai_quyet"),
    ("pakn_xu_ly_dung_han", "pakn_tiep_nhan"),
    ("kien_nghi_thuc_hien", "kien_nghi_thanh_tra"),
)


def refused(x: dict[str, Array], ranges: dict[str, tuple[float, float]]) -> list[str]:
    """Names of what can't be right: values out of their range, parts larger than the whole."""
    names = []
    for name, (low, high) in ranges.items():
        if np.any((x[name] < low) | (x[name] > high)):
            names.append(name)
    for part, whole in SHARES:
        if np.any(x[part] > x[whole]):
            names.append(f"{part} / {whole}")
    for whole in ("nv_trong_ke_hoach", "kn_ve_van_ban"):
        if np.any(x[whole] == 0):
            names.append(f"{whole} = 0")
    return names
