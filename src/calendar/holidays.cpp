#include "calendar/holidays.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>
#include "data/feasts.hpp"
#include "data/holiday_decisions.hpp"

#include "sauro/calendar/lunar.hpp"
#include "sauro/core/error.hpp"
#include "core/problem_list.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::for_each_part;
using detail::Mark;
using detail::Marks;
using detail::ProblemList;
using detail::say;

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

SpecialDay special_day(std::string_view text) {  // "2026-01-02 swapped_off Nghỉ hoán đổi"
  const std::size_t kind_at = text.find(' ') + 1;
  const std::size_t name_at = text.find(' ', kind_at) + 1;
  return {Date::from_iso(text.substr(0, kind_at - 1)),
          try_parse<DayKind>(text.substr(kind_at, name_at - 1 - kind_at)).value(),
          std::string(text.substr(name_at))};
}

std::vector<HolidayDecision> load_decisions() {
  std::vector<HolidayDecision> decisions;
  for (const auto& [number, issuer, date, year, settles, source, note, days] :
       detail::data::holiday_decisions) {
    HolidayDecision decision;
    decision.number = number;
    decision.issuer = issuer;
    if (!date.empty()) decision.date = Date::from_iso(date);
    decision.year = to_int(year);
    for_each_part(settles, '|', [&](auto feast) { decision.settles.emplace_back(feast); });
    for_each_part(days, '|', [&](auto day) { decision.days.push_back(special_day(day)); });
    decision.source = source;
    decision.note = note;
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

/// A row of feasts.json in the form that a loop over years wants.
struct Feast {
  std::string_view id;
  std::string_view name;
  std::string_view law;
  bool lunar;
  bool made_up;
  int month;
  int day;
  int first_year;
  std::array<std::vector<int>, 7> offsets;  ///< by weekday of the feast, Monday first
};

std::vector<Feast> load_feasts() {
  std::vector<Feast> feasts;
  for (const auto& [id, name, calendar, month, day, first_year, offsets, made_up, law] :
       detail::data::feasts) {
    Feast feast{id,
                name,
                law,
                calendar == "lunar",
                made_up == "yes",
                to_int(month),
                to_int(day),
                to_int(first_year),
                {}};
    std::size_t weekday = 0;
    for_each_part(offsets, '|', [&](std::string_view list) {
      for_each_part(list, ' ',
                    [&](auto offset) { feast.offsets[weekday].push_back(to_int(offset)); });
      ++weekday;
    });
    if (weekday == 1) feast.offsets.fill(feast.offsets.front());
    feasts.push_back(std::move(feast));
  }
  return feasts;
}

const std::vector<Feast>& feasts() {
  static const std::vector<Feast> loaded = load_feasts();
  return loaded;
}

bool is_feast(std::string_view id) {
  return std::any_of(feasts().begin(), feasts().end(), [&](const Feast& f) { return f.id == id; });
}

std::string iso(std::int32_t day) { return Date::from_day_number(day).to_iso(); }

int weekday_of(std::int32_t day) { return (day % 7 + 7 + 3) % 7; }  // 0 Monday

/// Collects marks of one year after another and what is wrong with them.
class Builder {
 public:
  explicit Builder(const WorkWeek& week) : week_(week) {}

  std::uint16_t text(std::string_view value) {
    const auto known = places_.find(std::string(value));
    if (known != places_.end()) return known->second;
    if (marks_.texts.size() == UINT16_MAX) {
      throw ValidationError(ErrorCode::holiday_conflict, "decisions",
                            say("nhiều hơn 65.535 tên ngày nghỉ và văn bản khác nhau",
                                "more than 65,535 different names of days and decisions"));
    }
    marks_.texts.emplace_back(value);
    const auto place = static_cast<std::uint16_t>(marks_.texts.size() - 1);
    places_.emplace(value, place);
    return place;
  }

  [[nodiscard]] bool rests(std::int32_t day) const {
    return week_[static_cast<std::size_t>(weekday_of(day))] == DayShare::none;
  }

  void begin_year() { year_.clear(); }

  /// Keeps one mark a day; a holiday that meets another one stands, the rest is a problem.
  void put(const Mark& mark, std::string_view name) {
    const auto at =
        std::lower_bound(year_.begin(), year_.end(), mark.day,
                         [](const Mark& other, std::int32_t day) { return other.day < day; });
    if (at == year_.end() || at->day != mark.day) {
      year_.insert(at, mark);
      return;
    }
    const bool clash = (at->kind == DayKind::worked) != (mark.kind == DayKind::worked);
    if (clash) {
      problem(say("{} vừa là ngày làm việc vừa là ngày nghỉ ({}; {})",
                  "{} is both worked and off ({}; {})", iso(mark.day), marks_.texts[at->name],
                  name));
    }
  }

  [[nodiscard]] bool is_marked(std::int32_t day) const {
    return std::any_of(year_.begin(), year_.end(), [&](const Mark& m) { return m.day == day; });
  }

  void problem(Bilingual what) { problems_.add("holiday decisions", std::move(what)); }

  void end_year() { marks_.marks.insert(marks_.marks.end(), year_.begin(), year_.end()); }

  Marks finish() {
    problems_.throw_if_any();
    std::stable_sort(marks_.marks.begin(), marks_.marks.end(),
                     [](const Mark& a, const Mark& b) { return a.day < b.day; });
    return std::move(marks_);
  }

 private:
  WorkWeek week_;
  Marks marks_;
  std::unordered_map<std::string, std::uint16_t> places_;  ///< of texts
  std::vector<Mark> year_;
  ProblemList problems_{ErrorCode::holiday_conflict};
};

/// A day that a decision or a user names, checked against the week.
void put_special_day(Builder& builder, const SpecialDay& day, std::string_view decision) {
  const std::int32_t number = day.date.day_number();
  DayKind kind = day.kind;
  if (builder.rests(number) && kind == DayKind::holiday) kind = DayKind::holiday_on_weekend;
  if (!builder.rests(number) && kind == DayKind::holiday_on_weekend) kind = DayKind::holiday;
  if (kind == DayKind::worked && !builder.rests(number)) {
    builder.problem(say("{} được xếp làm bù nhưng vốn đã là ngày làm việc trong tuần ({})",
                        "{} is set as worked, but is a working day of the week already ({})",
                        iso(number), decision));
  }
  builder.put({number, kind, builder.text(day.name), builder.text(decision), false}, day.name);
}

void put_special_days(Builder& builder, const std::vector<SpecialDay>& days,
                      std::string_view decision, bool with_swaps) {
  for (const SpecialDay& day : days) {
    const bool swap = day.kind == DayKind::swapped_off || day.kind == DayKind::worked;
    if (!swap || with_swaps) put_special_day(builder, day, decision);
  }
}

/// The decisions of each year that were known, the last one of a number first to last by date.
std::map<int, std::vector<const HolidayDecision*>> known_decisions(const VietnamOptions& options) {
  std::map<std::string_view, const HolidayDecision*> by_number;
  for (const HolidayDecision& decision : built_in_holiday_decisions()) {
    by_number[decision.number] = &decision;
  }
  for (const HolidayDecision& decision : options.decisions) by_number[decision.number] = &decision;
  std::map<int, std::vector<const HolidayDecision*>> years;
  for (const auto& [number, decision] : by_number) {
    const Date known = decision->date ? *decision->date : Date(decision->year, 1, 1);
    if (options.known_on && *options.known_on < known) continue;
    years[decision->year].push_back(decision);
  }
  for (auto& [year, list] : years) {
    std::stable_sort(list.begin(), list.end(), [](const auto* a, const auto* b) {
      return a->date.value_or(Date(a->year, 1, 1)) > b->date.value_or(Date(b->year, 1, 1));
    });
  }
  return years;
}

void check_decisions(Builder& builder, const std::vector<HolidayDecision>& decisions) {
  for (const HolidayDecision& decision : decisions) {
    for (const std::string& feast : decision.settles) {
      if (feast != "year" && !is_feast(feast)) {
        builder.problem(say("văn bản {} ấn định một ngày lễ không có: {}",
                            "decision {} settles an unknown feast: {}", decision.number, feast));
      }
    }
    for (const SpecialDay& day : decision.days) {
      if (day.date.year() != decision.year) {
        builder.problem(say("{} không thuộc năm {} của văn bản {}",
                            "{} is not of the year {} of decision {}", day.date.to_iso(),
                            decision.year, decision.number));
      }
    }
  }
}

/// Days of one year that come from the law, and the days off in lieu of those on rest days.
void put_law(Builder& builder, int year, const std::set<std::string_view>& settled,
             bool projected) {
  std::vector<Mark> in_lieu;
  for (const Feast& feast : feasts()) {
    if (year < feast.first_year || settled.contains(feast.id)) continue;
    const std::int32_t day = feast.lunar ? from_lunar({year, feast.month, feast.day}).day_number()
                                         : Date(year, feast.month, feast.day).day_number();
    for (const int offset : feast.offsets[static_cast<std::size_t>(weekday_of(day))]) {
      const bool rests = builder.rests(day + offset);
      const Mark mark{day + offset, rests ? DayKind::holiday_on_weekend : DayKind::holiday,
                      builder.text(feast.name), builder.text(feast.law), projected};
      if (rests && feast.made_up) in_lieu.push_back(mark);
      builder.put(mark, feast.name);
    }
  }
  std::sort(in_lieu.begin(), in_lieu.end(),
            [](const Mark& a, const Mark& b) { return a.day < b.day; });
  for (Mark mark : in_lieu) {
    do {
      ++mark.day;
    } while (builder.rests(mark.day) || builder.is_marked(mark.day));
    mark.kind = DayKind::compensatory;
    mark.decision = builder.text("Bộ luật Lao động 2019, Điều 111 khoản 3");
    builder.put(mark, "nghỉ bù");
  }
}

void expect_years(int first, int last) {
  if (first > last || first < 1900 || last > 2199) {
    throw Error(ErrorCode::outside_calendar, std::to_string(first) + "-" + std::to_string(last),
                say("cần các năm từ 1900 đến 2199, năm đầu không sau năm cuối",
                    "expected years from 1900 to 2199, the first one not after the last"));
  }
}

}  // namespace

const std::vector<HolidayDecision>& built_in_holiday_decisions() {
  static const std::vector<HolidayDecision> loaded = load_decisions();
  return loaded;
}

namespace detail {

Marks vietnam_marks(const VietnamOptions& options) {
  expect_years(options.first_year, options.last_year);
  constexpr int law_since = 2021;
  const bool with_swaps = options.kind != CalendarKind::statutory;
  const auto known = known_decisions(options);
  Builder builder(options.week);
  check_decisions(builder, options.decisions);
  for (int year = options.first_year; year <= options.last_year; ++year) {
    builder.begin_year();
    std::set<std::string_view> settled;
    const auto decisions = known.find(year);
    const bool decided = decisions != known.end();
    if (decided) {
      for (const HolidayDecision* decision : decisions->second) {
        // a feast that a later decision of the year has set is not set again by an earlier one
        const bool again = std::any_of(decision->settles.begin(), decision->settles.end(),
                                       [&](const auto& feast) { return settled.contains(feast); });
        if (again) continue;
        put_special_days(builder, decision->days, decision->number, with_swaps);
        settled.insert(decision->settles.begin(), decision->settles.end());
      }
    }
    if (!settled.contains("year")) {
      if (year < law_since) {
        throw Error(ErrorCode::outside_calendar, std::to_string(year),
                    say("năm này không có luật hay văn bản về ngày nghỉ; hãy thêm một văn bản ấn "
                        "định \"year\", hoặc dùng lịch tự đặt",
                        "no holiday law or decision for this year; give a decision that settles "
                        "the \"year\", or a custom calendar"));
      }
      put_law(builder, year, settled, !decided);
    }
    builder.end_year();
  }
  return builder.finish();
}

Marks custom_marks(const CustomOptions& options) {
  expect_years(options.first_year, options.last_year);
  Builder builder(options.week);
  std::vector<const SpecialDay*> days;
  for (const SpecialDay& day : options.days) days.push_back(&day);
  std::stable_sort(days.begin(), days.end(),
                   [](const SpecialDay* x, const SpecialDay* y) { return x->date < y->date; });
  const std::int32_t first = Date(options.first_year, 1, 1).day_number();
  const std::int32_t last = Date(options.last_year, 12, 31).day_number();
  for (const SpecialDay* day : days) {
    const std::int32_t number = day->date.day_number();
    if (number >= first && number <= last) continue;
    builder.problem(say("{} nằm ngoài các năm của lịch", "{} is outside the calendar's years",
                        day->date.to_iso()));
  }
  builder.begin_year();
  for (const SpecialDay* day : days) put_special_day(builder, *day, "");
  builder.end_year();
  return builder.finish();
}

}  // namespace detail
}  // namespace sauro::inline v0_1
