"""Invented cases of a country, block by block: the same ones for a seed, however they are cut."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sauro.calendar._working import WorkingCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Days = npt.NDArray[np.datetime64]

__all__ = ["BLOCK", "MOST_A_DAY", "Country", "Rows", "facts"]

BLOCK = 1 << 18  # rows that are drawn at once: 2 MB a column
MOST_A_DAY = 10**8  # what the number in a dossier's code can count
_DRAWS = 5  # numbers of 16 bits that a case takes
_OFFICES, _CASES = 0, 1  # streams of random numbers of a seed
_SLOTS = 1 << 16


@cache
def facts() -> dict[str, Any]:
    """Give names, limits and shares that cases are drawn by."""
    path = Path(__file__).with_name("synthetic.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Rows:
    """Columns of some cases: codes into names, days, and codes of dossiers as bytes."""

    dossier: npt.NDArray[np.uint8]
    province: npt.NDArray[np.int8]
    commune: npt.NDArray[np.int16]
    procedure: npt.NDArray[np.int8]
    received: Days
    limit: npt.NDArray[np.int16]
    promised: Days
    finished: Days

    def __getitem__(self, part: slice) -> Rows:
        return Rows(*(column[part] for column in vars(self).values()))


class Country:
    """What `rows` cases of a seed are drawn by: how many a day, which offices are late."""

    def __init__(self, rows: int, seed: int, communes: int, days: Days) -> None:
        self.rows, self.seed = rows, seed
        self.calendar = WorkingCalendar.vietnam()
        self.days, self.last = days, days[-1]
        counts = _shared_out(_arrivals(self.days, self.calendar), rows)
        self.most_a_day = int(counts.max())
        self.ends = counts.cumsum()
        of = facts()
        self.communes = _names(of, communes)
        self.provinces = [f"Tỉnh {n + 1:02}" for n in range(of["provinces"])]
        self.procedures = [one["name"] for one in of["procedures"]]
        self.limits = np.array([one["limit"] for one in of["procedures"]], dtype=np.int16)
        self.province_of = (np.arange(communes) * of["provinces"] // of["communes"]).astype(np.int8)
        sizes, rates = _offices(of, seed, self.province_of)
        slow = np.array([one["late"] for one in of["procedures"]])
        self._late = (np.minimum(np.outer(rates, slow), 1) * (_SLOTS - 1)).astype(np.uint16)
        self._commune_of = _slots(sizes).astype(np.int16)
        shares = np.array([one["share"] for one in of["procedures"]])
        self._procedure_of = _slots(shares).astype(np.int8)
        self._late_days = _late_days(of["late_days"])

    def blocks(self, start: int, stop: int) -> Iterator[Rows]:
        """Give the cases from `start` to before `stop`, in order of receipt, a block at a time."""
        for block in range(start // BLOCK, max(-(-stop // BLOCK), start // BLOCK + 1)):
            first = block * BLOCK
            whole = self._block(block)
            yield whole[max(start - first, 0) : stop - first]

    def _block(self, block: int) -> Rows:
        count = min(BLOCK, self.rows - block * BLOCK)
        draws = _draws(self.seed, _CASES, block, _DRAWS * BLOCK).reshape(_DRAWS, BLOCK)[:, :count]
        commune, procedure = self._commune_of[draws[0]], self._procedure_of[draws[1]]
        place, number = self._arrived(block * BLOCK, count)
        received, limit = self.days[place], self.limits[procedure]
        is_late = draws[2] < self._late[commune, procedure]
        square = (draws[3].astype(np.uint32) ** 2) >> 16
        early = ((square * (limit + 1).astype(np.uint32)) >> 16).astype(np.int16)
        took = np.where(is_late, limit + self._late_days[draws[3]], limit - early)
        finished = np.asarray(self.calendar.add(received, took))
        never = draws[4] < round(facts()["never_finished"] * _SLOTS)
        finished[never | (finished > self.last)] = np.datetime64("NaT")
        later = draws[4] >= round((1 - facts()["promised_later"]) * _SLOTS)
        given = limit + np.where(later, 1 + (draws[4] & 3), 0).astype(np.int16)
        promised = np.asarray(self.calendar.add(received, given))
        province = self.province_of[commune]
        dossier = self._dossiers(province, place, number)
        return Rows(dossier, province, commune, procedure, received, limit, promised, finished)

    def _arrived(self, start: int, count: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Give the day of each case as its place in `days`, and its number on that day."""
        last = len(self.ends) - 1
        edges = np.searchsorted(self.ends, [start, start + count], "right")
        low, high = np.minimum(edges, last).tolist()
        starts = np.concatenate([[0], self.ends])[low : high + 1]
        counts = np.minimum(self.ends[low : high + 1], start + count) - np.maximum(starts, start)
        place = np.repeat(np.arange(low, high + 1, dtype=np.int32), counts)
        return place, np.arange(start, start + count) - np.repeat(starts, counts)

    def _dossiers(
        self, province: npt.NDArray[Any], place: npt.NDArray[Any], number: npt.NDArray[Any]
    ) -> npt.NDArray[np.uint8]:
        """Write codes "H07-260105-00000123": province, day of receipt, number of the day."""
        tens = _digits(4)
        low, high = int(place.min(initial=0)), int(place.max(initial=0))
        written = [str(day)[2:].replace("-", "") for day in self.days[low : high + 1]]
        of_day = np.frombuffer("".join(written).encode(), dtype=np.uint8).reshape(-1, 6)
        out = np.empty((len(place), 19), dtype=np.uint8)
        out[:, 0] = ord("H")
        out[:, 1:3] = _digits(2)[province + 1]
        out[:, 3] = out[:, 10] = ord("-")
        out[:, 4:10] = of_day[place - low]
        out[:, 11:15] = tens[number // 10_000]
        out[:, 15:19] = tens[number % 10_000]
        return out


def _draws(seed: int, stream: int, block: int, count: int) -> npt.NDArray[np.uint16]:
    """Draw numbers of 16 bits: the same ones for a seed, stream and block, whatever else ran."""
    key = np.array([seed, stream], dtype=np.uint64)
    raw = np.random.Philox(key=key, counter=block << 128).random_raw(-(-count // 4))
    return raw.astype("<u8", copy=False).view("<u2")[:count]


@cache
def _digits(width: int) -> npt.NDArray[np.uint8]:
    """Numbers of a width as bytes of their digits, a row each."""
    text = "".join(f"{n:0{width}}" for n in range(10**width)).encode()
    return np.frombuffer(text, dtype=np.uint8).reshape(-1, width)


def _names(of: dict[str, Any], communes: int) -> list[str]:
    """Names of communes, no two alike, in an order that hides how they are made."""
    first, second = of["first_syllables"], of["second_syllables"]
    pairs = [(a, b) for a in first for b in second if a != b]
    step = 1597  # has no factor in common with how many there are
    return [" ".join(pairs[n * step % len(pairs)]) for n in range(communes)]


def _arrivals(days: Days, calendar: WorkingCalendar) -> npt.NDArray[np.float64]:
    """Weights of days: by weekday, month, distance from Tết and days off."""
    from sauro.calendar._lunar import tet

    of = facts()
    numbers = days.astype(np.int64)
    weekday = (numbers + 3) % 7
    months = days.astype("datetime64[M]").astype(np.int64) % 12
    weights: npt.NDArray[np.float64] = (
        np.array(of["weekdays"])[weekday] * np.array(of["months"])[months]
    )
    off = ~np.asarray(calendar.is_working(days))
    weights[off] = np.minimum(weights[off], of["day_off"])
    years = days.astype("datetime64[Y]").astype(np.int64) + 1970
    for year in range(int(years.min()), int(years.max()) + 1):
        since = numbers - np.datetime64(tet(year)).astype(np.int64)
        weights[(since < 0) & (since >= -of["tet"]["days_before"])] *= of["tet"]["before"]
        weights[(since >= 0) & (since < of["tet"]["days_after"])] *= of["tet"]["after"]
    return weights


def _shared_out(weights: npt.NDArray[np.float64], rows: int) -> npt.NDArray[np.int64]:
    """Share rows among days by their weights; what is left goes to the largest remainders."""
    exact = weights / weights.sum() * rows
    counts: npt.NDArray[np.int64] = np.floor(exact).astype(np.int64)
    left = rows - int(counts.sum())
    counts[np.argsort(counts - exact, kind="stable")[:left]] += 1
    return counts


def _slots(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Give a table of 65,536 places that has each number as often as its weight, at least once."""
    spare = _SLOTS - len(weights)
    return np.repeat(np.arange(len(weights)), 1 + _shared_out(weights, spare))


def _offices(
    of: dict[str, Any], seed: int, province_of: npt.NDArray[np.int8]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """How many cases each commune has beside the others, and which share of them is late."""
    late, communes = of["late"], of["communes"]
    drawn = (_draws(seed, _OFFICES, 0, 2 * communes + of["provinces"]) + 0.5) / _SLOTS
    spread = np.log(drawn / (1 - drawn))
    sizes = np.exp(0.4 * spread[:communes])
    middle = np.log(late["middle"] / (1 - late["middle"]))
    own = late["communes"] * spread[communes : 2 * communes]
    shared = late["provinces"] * spread[2 * communes :]
    chosen = np.arange(len(province_of))
    rates = 1 / (1 + np.exp(-(middle + own[chosen] + shared[province_of])))
    return sizes[chosen], np.clip(rates, late["least"], late["most"])


def _late_days(of: dict[str, float]) -> npt.NDArray[np.int16]:
    """Working days after the due day by a draw of 16 bits: most are few, some many."""
    drawn = (np.arange(_SLOTS) + 0.5) / _SLOTS
    return np.minimum(1 - of["mean"] * np.log(drawn), of["most"]).astype(np.int16)
