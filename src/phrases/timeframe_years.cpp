#include "phrases/timeframe_years.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sauro::inline v0_1::detail {
namespace {

using Type = TimeItem::Type;

void share_year(TimeItem& item, int& year) {
  if (item.type != Type::span || item.point.unit == PointUnit::year) return;
  for (TimePoint* point : {&item.point, &item.last}) {
    if (point->unit == PointUnit::none || point->unit == PointUnit::year || point->says_year)
      continue;
    if (point->year == 0) point->year = year;
  }
  if (item.point.year != 0) year = item.point.year;
}

/// "quý I, quý II năm sau": of both; but "10/7 và 10/01 năm sau" begins in this year.
void share_relative_year(std::vector<TimeItem>& items) {
  for (std::size_t i = items.size(); i-- > 1;) {
    const TimeItem& later = items[i];
    TimePoint& point = items[i - 1].point;
    const bool listed = later.type == Type::span && later.joined &&
                        items[i - 1].type == Type::span && later.point.year_shift != 0 &&
                        later.point.unit == point.unit;
    const bool rises =
        std::pair(point.number, point.day) < std::pair(later.point.number, later.point.day);
    if (!listed || !rises || point.year != 0 || point.says_year) continue;
    point.year_shift = later.point.year_shift;
    point.says_year = true;
  }
}

/// A year, and nothing but it, behind times that name none.
bool closes_list(const std::vector<TimeItem>& items) {
  if (items.size() < 2 || items.front().type != Type::span) return false;
  const TimeItem& tail = items.back();
  const bool bare = tail.type == Type::span && tail.point.unit == PointUnit::year &&
                    tail.point.year != 0 && tail.deadline == Deadline::none &&
                    tail.last.unit == PointUnit::none && !tail.roadmap;
  return bare && std::all_of(items.begin(), items.end() - 1, [](const TimeItem& item) {
           return item.type != Type::span || (item.point.year == 0 && !item.point.says_year &&
                                              item.point.unit != PointUnit::year);
         });
}

/// "6 tháng, năm 2026", "6 tháng đầu năm và cả năm 2026": the year comes after its halves.
bool ends_growth(const std::vector<TimeItem>& items) {
  const TimeItem& tail = items.back();
  return tail.point.whole ||
         (tail.joined && std::any_of(items.begin(), items.end() - 1,
                                     [](const TimeItem& item) { return item.first_half_meant; }));
}

}  // namespace

SharedYear share_years(std::vector<TimeItem>& items) {
  SharedYear shared;
  if (closes_list(items)) {
    const TimeItem& tail = items.back();
    const bool kept = ends_growth(items);
    if (kept || !tail.by_and) shared.year = tail.point.year;
    if (!kept && !tail.by_and) {
      if (tail.joined && items.size() > 2) shared.tail = tail;
      items.pop_back();
    }
  }
  share_relative_year(items);
  int year = 0;
  for (auto item = items.rbegin(); item != items.rend(); ++item) share_year(*item, year);
  year = 0;
  for (TimeItem& item : items) share_year(item, year);
  return shared;
}

}  // namespace sauro::inline v0_1::detail
