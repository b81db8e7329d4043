"""Makes src/calendar/lunar_years.hpp: the lunar years 1900-2199 at UTC+7.

A month begins on the day of the new moon; the month that holds the winter solstice is the
eleventh; of thirteen months between two such ones, the first without a major solar term
(a multiple of 30 degrees of the sun's longitude) is the leap month. New moons and terms come
from the ephemeris library `ephem`, to the second; only the day at UTC+7 counts.

    pip install ephem
    python scripts/make_lunar_table.py
"""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import ephem

FIRST, LAST = 1900, 2199
HOURS_EAST = 7.0
UNIX_EPOCH = 25567.5  # 1970-01-01 00:00 in days of ephem (from 1899-12-31 12:00)


def day_number(moment: float) -> int:
    """Day since 1970-01-01 in Viet Nam of a moment of ephem."""
    return math.floor(moment - UNIX_EPOCH + HOURS_EAST / 24)


def new_moons() -> list[int]:
    """Day numbers of the new moons from 1898 to 2201."""
    days, moment, end = [], ephem.Date("1898/10/1"), ephem.Date("2201/3/1")
    while moment < end:
        moment = ephem.next_new_moon(moment)
        days.append(day_number(float(moment)))
        moment = ephem.Date(moment + 20)
    return days


def sun_longitude(moment: float) -> float:
    """Apparent longitude of the sun in degrees, of the equinox of date."""
    sun = ephem.Sun(ephem.Date(moment))
    place = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
    return math.degrees(ephem.Ecliptic(place, epoch=moment).lon)


def sector(day: int) -> int:
    """Sector of 30 degrees that the sun is in when the day begins."""
    return int(sun_longitude(day + UNIX_EPOCH - HOURS_EAST / 24) // 30)


def lunar_years() -> list[tuple[int, list[int], int]]:
    """(first day, lengths of the months, leap month or 0) for each year."""
    moons = new_moons()
    start_sector = [sector(day) for day in moons]
    # the month that holds the winter solstice (270 degrees: sector 8 -> 9) is the eleventh
    eleventh = [
        i
        for i in range(len(moons) - 1)
        if start_sector[i] in (7, 8) and start_sector[i + 1] in (9, 10)
    ]
    number: dict[int, tuple[int, bool]] = {}
    for a, b in pairwise(eleventh):
        leap = None
        if b - a == 13:
            leap = next(i for i in range(a + 1, b) if start_sector[i] == start_sector[i + 1])
        month = 11
        number[a] = (11, False)
        for i in range(a + 1, b):
            if i == leap:
                number[i] = (month, True)
            else:
                month = month % 12 + 1
                number[i] = (month, False)
    firsts = sorted(i for i, value in number.items() if value == (1, False))
    years = []
    for a, b in pairwise(firsts):
        lengths = [moons[i + 1] - moons[i] for i in range(a, b)]
        leap = next((number[i][0] for i in range(a, b) if number[i][1]), 0)
        years.append((moons[a], lengths, leap))
    return years


def main() -> None:
    """Writes the header."""
    epoch_of = {y: (ephem.Date(f"{y}/1/1") - UNIX_EPOCH) for y in range(FIRST, LAST + 1)}
    words = []
    years = {}
    for first, lengths, leap in lunar_years():
        year = ephem.Date(first + UNIX_EPOCH).triple()[0]
        years[year] = (first, lengths, leap)
    for year in range(FIRST, LAST + 1):
        first, lengths, leap = years[year]
        assert all(n in (29, 30) for n in lengths) and len(lengths) == 12 + (leap > 0)
        bits = sum((n == 30) << i for i, n in enumerate(lengths))
        words.append(bits | leap << 13 | int(first - round(epoch_of[year])) << 17)
    rows = [", ".join(f"0x{w:06X}" for w in words[i : i + 8]) for i in range(0, len(words), 8)]
    separator = ",\n    "
    text = f"""#pragma once

#include <array>
#include <cstdint>

namespace sauro::inline v0_1::detail {{

/// Lunar years {FIRST} to {LAST} at UTC+7, made by scripts/make_lunar_table.py.
///
/// Bits 0-12: the month has 30 days, in order with the leap month; bits 13-16: number of the month
/// that is repeated, or 0; from bit 17: days from 1 January to the first day of the year.
inline constexpr int first_lunar_year = {FIRST};
inline constexpr std::array<std::uint32_t, {len(words)}> lunar_years = {{{{
    {separator.join(rows)}}}}};

}}  // namespace sauro::inline v0_1::detail
"""
    path = Path(__file__).parents[1] / "src/calendar/lunar_years.hpp"
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
