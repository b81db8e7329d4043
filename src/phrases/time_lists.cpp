// Several times of one kind: days of a month, weeks of a month, a day of several years.
#include <utility>
#include <vector>

#include "phrases/time_pieces.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

/// "tuần 3, 4 tháng 8", "tuần 3 - 4 tháng 8": weeks of one month
bool PieceReader::week_list() {
  return attempt([&] {
    constexpr std::size_t most = 4;
    if (!eat(tuan)) return false;
    std::vector<int> weeks = {part_number()};
    const bool ranged = is_sign('-') || is(den);
    while (weeks.back() != 0 && weeks.size() <= most &&
           (eat_sign(',') || eat(va) || (ranged && (eat_sign('-') || eat(den))))) {
      eat(va);
      eat(tuan);
      weeks.push_back(part_number());
    }
    eat(cua) || eat(trong);
    TimeItem item;
    if (weeks.size() < 2 || weeks.back() == 0 || !is(thang) ||
        !edge_free_point(item.point, nullptr)) {
      return false;
    }
    item.construction = Construction::week_list;
    if (ranged) {
      item.last = item.point;
      item.point.part = {PartUnit::week, weeks.front()};
      item.last.part = {PartUnit::week, weeks.back()};
      add(std::move(item));
      return weeks.size() == 2;
    }
    for (const int week : weeks) {
      item.point.part = {PartUnit::week, week};
      add(item);
    }
    return true;
  });
}

/// "6, 7/2026": months of one year
bool PieceReader::month_list() {
  return attempt([&] {
    constexpr std::size_t most = 12;
    std::vector<int> months;
    while (months.size() < most && is_small(12) && (is_sign(',', 1) || is(va, 1))) {
      months.push_back(number());
      at_ += 2;
    }
    TimeItem last;
    if (months.empty() || is_running_ || joined_ || !is_small(12) || !is_sign('/', 1) ||
        !is_year(2) || !point(last.point, nullptr) || months.back() >= last.point.number) {
      return false;
    }
    last.construction = Construction::month_list;
    for (const int month : months) {
      TimeItem item = last;
      item.point.number = month;
      add(std::move(item));
      joined_ = true;
    }
    add(std::move(last));
    return true;
  });
}

/// "dịp 30/4 và 1/5": both days are one time
bool PieceReader::feast_days(TimeItem& item) {
  return attempt([&] {
    if (!skip_phrase(PhraseRole::feast_lead)) return false;
    if (!point(item.point, nullptr) || item.point.unit != PointUnit::day) return false;
    if (!eat(va) && !eat_sign('-')) return true;
    if (!point(item.last, nullptr) || item.last.unit != PointUnit::day) return false;
    share_year_of_range(item);
    return true;
  });
}

/// "ngày 5, 6 và 7/6/2026": days of one month
bool PieceReader::day_list(const TimeItem& told) {
  return attempt([&] {
    constexpr std::size_t most = 8;
    if (!eat_day() && (is_running_ || joined_ || told.deadline != Deadline::none)) return false;
    std::vector<int> days;
    while (days.size() < most && is_small(31) && (is_sign(',', 1) || is(va, 1))) {
      days.push_back(number());
      at_ += 2;
      eat(ngay);
    }
    TimeItem last = told;
    if (days.empty() || !point(last.point, nullptr) || last.point.unit != PointUnit::day ||
        last.point.number == 0 || days.back() >= last.point.day) {
      return false;
    }
    for (const int day : days) {
      TimeItem item = last;
      item.point.day = day;
      item.construction = Construction::day_list;
      add(std::move(item));
    }
    last.construction = Construction::day_list;
    add(std::move(last));
    return true;
  });
}

/// "2026, 2027", "2026 và 2027", "từ 2026 đến 2030"
std::vector<int> PieceReader::years() {
  constexpr std::size_t most = 30;
  std::vector<int> all;
  eat(tu);
  eat(nam);
  while (is_year() && !is_sign('/', 1) && all.size() < most) {
    all.push_back(number());
    ++at_;
    const bool ranged = all.size() == 1 && (is_sign('-') || is(den));
    const std::size_t year = is(nam, 1) ? 2 : 1;
    if (!is_year(year) || (!ranged && !is_sign(',') && !is(va))) break;
    at_ += year;
    if (!ranged) continue;
    for (int next = all.front() + 1; next <= number() && all.size() < most; ++next) {
      all.push_back(next);
    }
    ++at_;
    break;
  }
  return all;
}

/// "cuối các năm 2026, 2027"
bool PieceReader::edges_of_years(const TimeItem& told) {
  return attempt([&] {
    TimeItem item = told;
    item.construction = Construction::each_of_years;
    item.point.unit = PointUnit::year;
    if (eat(dau)) {
      item.point.edge = Edge::start;
    } else if (eat(giua)) {
      item.point.edge = Edge::middle;
    } else if (eat(cuoi)) {
      item.point.edge = Edge::end;
    }
    if (item.point.edge == Edge::none || !eat(cac) || !is(nam)) return false;
    const std::vector<int> all = years();
    for (const int year : all) {
      TimeItem one = item;
      one.point.year = year;
      add(std::move(one));
    }
    return !all.empty();
  });
}

/// "trước 30/6 các năm 2026, 2027", "trước 30/6 năm 2026 và 2027": that time of each year
bool PieceReader::each_of_years(const TimeItem& item) {
  if (item.last.unit != PointUnit::none || item.point.feast != 0) return false;
  std::vector<int> all;
  const bool found = attempt([&] {
    if (item.point.says_year) return false;
    if (item.point.year != 0) return more_years(item, all);
    eat(cua) || eat(trong);
    const bool counted = is_small(9) && is(nam, 1) && is_year(2);  // "hai năm 2026, 2027"
    if (counted) ++at_;
    if (!counted && !eat(cac)) return false;
    if (!eat(nam)) return false;
    eat(cua) || eat(trong);
    eat(giai, doan);
    all = years();
    return !all.empty();
  });
  if (!found) return false;
  for (const int year : all) {
    TimeItem one = item;
    one.point.year = year;
    one.construction = Construction::each_of_years;
    if (year != all.front()) joined_ = true;
    add(std::move(one));
  }
  return true;
}

/// ", 2027" behind "quý IV năm 2026"; behind a day "và năm 2027" too: a year has no day
bool PieceReader::more_years(const TimeItem& item, std::vector<int>& all) {
  if (is_running_ || at_ < 2 || (!is_sign(',') && !is(va))) return false;
  const bool is_day = item.point.unit == PointUnit::day;
  const bool worded = tokens_[at_ - 2].word == nam;
  if (!worded && !is_day) return false;
  ++at_;
  if (is(nam) && (!worded || !is_day)) return false;
  all = years();
  const bool ends = at_ == tokens_.size() || token().kind == Token::Kind::sign;
  if (all.empty() || !ends || all.front() <= item.point.year) return false;
  all.insert(all.begin(), item.point.year);
  return true;
}

}  // namespace sauro::inline v0_1::detail
