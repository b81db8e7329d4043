#include "sauro/calendar/working_calendar.hpp"

#include <algorithm>
#include <atomic>

#include "sauro/core/error.hpp"
#include "calendar/holidays.hpp"
#include "calendar/rows.hpp"
#include "core/parallel.hpp"

namespace sauro::inline v0_1 {

/// Rank and select over days: `before[i]` counts, `day[k]` finds.
struct WorkingCalendar::Data {
  CalendarKind kind = CalendarKind::custom;
  WorkWeek week = five_days;
  std::optional<Date> known_on;
  int first_year = 0;
  int last_year = 0;
  std::int32_t base = 0;
  std::vector<std::int32_t> before;
  std::vector<std::int32_t> day;
  std::vector<DayShare> share;
  detail::Marks marks;
  std::vector<int> projected_years;  ///< in order

  Data(CalendarKind of_kind, const WorkWeek& of_week, std::optional<Date> known, int from, int to,
       detail::Marks of_marks)
      : kind(of_kind),
        week(of_week),
        known_on(known),
        first_year(from),
        last_year(to),
        base(Date(from, 1, 1).day_number()),
        marks(std::move(of_marks)) {
    const auto days = static_cast<std::size_t>(Date(to, 12, 31).day_number() - base + 1);
    share.resize(days);
    auto weekday = static_cast<std::size_t>(Date(from, 1, 1).weekday() - 1);
    for (DayShare& value : share) {
      value = week[weekday];
      weekday = weekday == 6 ? 0 : weekday + 1;
    }
    for (const detail::Mark& mark : marks.marks) {
      const std::int64_t at = std::int64_t{mark.day} - base;
      if (at < 0 || at >= static_cast<std::int64_t>(days)) continue;
      share[static_cast<std::size_t>(at)] =
          mark.kind == DayKind::worked ? DayShare::full : DayShare::none;
    }
    fill_ranks();
    fill_projected();
  }

  void fill_projected() {
    for (const detail::Mark& mark : marks.marks) {
      if (mark.projected) projected_years.push_back(Date::from_day_number(mark.day).year());
    }
    std::sort(projected_years.begin(), projected_years.end());
    projected_years.erase(std::unique(projected_years.begin(), projected_years.end()),
                          projected_years.end());
  }

  void fill_ranks() {
    before.resize(share.size() + 1);
    day.resize(share.size());
    std::int32_t rank = 0;
    for (std::size_t i = 0; i < share.size(); ++i) {
      before[i] = rank;
      day[static_cast<std::size_t>(rank)] = base + static_cast<std::int32_t>(i);
      rank += share[i] != DayShare::none ? 1 : 0;
    }
    before.back() = rank;
    day.resize(static_cast<std::size_t>(rank));
  }
};

namespace {

/// One value that stands for a whole column has step 0.
struct Days {
  const std::int64_t* data;
  std::size_t step;

  explicit Days(std::span<const std::int64_t> values, std::size_t rows)
      : data(values.data()), step(values.size() == 1 && rows != 1 ? 0 : 1) {}
  std::int64_t operator[](std::size_t row) const { return data[row * step]; }
};

void expect_length(std::size_t length, std::size_t rows, const char* what) {
  if (length != rows && length != 1) {
    throw ValidationError(ErrorCode::invalid_column, what,
                          detail::say("có {} giá trị trong khi cần {} dòng",
                                      "{} values where {} rows are expected", length, rows));
  }
}

std::uint64_t offset(std::int64_t day, std::int64_t base) {
  return static_cast<std::uint64_t>(day) - static_cast<std::uint64_t>(base);
}

/// Position of the answer among the working days; past the end where there is none.
std::uint64_t target(const WorkingCalendar::Tables& t, std::uint64_t at, std::int64_t n) {
  const std::int64_t rank = t.before[at + (n > 0 ? 1U : 0U)];
  return static_cast<std::uint64_t>(rank) + static_cast<std::uint64_t>(n) - (n > 0 ? 1U : 0U);
}

/// out[i] = kernel(i, ok): `ok` tells whether the row has an answer. The quick pass, on all cores
/// where it is long, keeps only whether all have; a second one names the rows or leaves them
/// missing.
template <class Kernel, class Describe>
void run(std::span<std::int64_t> out, OnProblem on_problem, Kernel kernel, Describe describe) {
  constexpr std::size_t rows_a_thread = 1U << 20U;
  std::atomic<bool> all = true;
  detail::parallel(out.size(), rows_a_thread, 0, [&](std::size_t from, std::size_t to) {
    const Kernel own = kernel;
    std::int64_t* const values = out.data();
    bool mine = true;
    for (std::size_t i = from; i < to; ++i) {
      bool ok = true;
      values[i] = own(i, ok);
      mine &= ok;
    }
    if (!mine) all = false;
  });
  if (all) return;
  detail::RowProblems problems;
  for (std::size_t i = 0; i < out.size(); ++i) {
    bool ok = true;
    kernel(i, ok);
    if (ok) continue;
    if (on_problem == OnProblem::keep) {
      out[i] = missing_day;
    } else {
      problems.add(i, [&] { return describe(i); });
    }
  }
  problems.throw_if_any();
}

}  // namespace

WorkingCalendar WorkingCalendar::vietnam(const VietnamOptions& options) {
  return WorkingCalendar(std::make_shared<const Data>(options.kind, options.week, options.known_on,
                                                      options.first_year, options.last_year,
                                                      detail::vietnam_marks(options)));
}

WorkingCalendar WorkingCalendar::custom(const CustomOptions& options) {
  return WorkingCalendar(std::make_shared<const Data>(
      CalendarKind::custom, options.week, std::nullopt, options.first_year, options.last_year,
      detail::custom_marks(options)));
}

CalendarKind WorkingCalendar::kind() const noexcept { return data_->kind; }
const WorkWeek& WorkingCalendar::week() const noexcept { return data_->week; }
const std::optional<Date>& WorkingCalendar::known_on() const noexcept { return data_->known_on; }
Date WorkingCalendar::first() const { return {data_->first_year, 1, 1}; }
Date WorkingCalendar::last() const { return {data_->last_year, 12, 31}; }

WorkingCalendar::Tables WorkingCalendar::tables() const noexcept {
  return {data_->base, data_->before, data_->day, data_->share};
}

std::size_t WorkingCalendar::index_of(const Date& date) const {
  const std::uint64_t at = offset(date.day_number(), data_->base);
  if (at >= data_->share.size()) {
    throw Error(ErrorCode::outside_calendar, date.to_iso(),
                detail::joined(detail::outside_text(*this), "; ", detail::remedy_of(data_->kind)));
  }
  return at;
}

bool WorkingCalendar::is_working(const Date& date) const { return share(date) != DayShare::none; }

DayShare WorkingCalendar::share(const Date& date) const { return data_->share[index_of(date)]; }

Date WorkingCalendar::working_day(std::int64_t rank, const Date& from) const {
  if (rank < 0 || rank >= static_cast<std::int64_t>(data_->day.size())) {
    throw Error(ErrorCode::outside_calendar, from.to_iso(),
                detail::outside_text(*this, {"kết quả", "the answer"}));
  }
  return Date::from_day_number(data_->day[static_cast<std::size_t>(rank)]);
}

Date WorkingCalendar::on_or_after(const Date& date) const {
  return working_day(data_->before[index_of(date)], date);
}

Date WorkingCalendar::on_or_before(const Date& date) const {
  return working_day(std::int64_t{data_->before[index_of(date) + 1]} - 1, date);
}

Date WorkingCalendar::add(const Date& date, std::int64_t working_days) const {
  const std::size_t at = index_of(date);
  if (working_days == 0) return date;
  return working_day(static_cast<std::int64_t>(target(tables(), at, working_days)), date);
}

std::int64_t WorkingCalendar::count(const Date& from, const Date& to) const {
  return std::int64_t{data_->before[index_of(to) + 1]} - data_->before[index_of(from) + 1];
}

bool WorkingCalendar::is_projected(int year) const {
  const auto& years = data_->projected_years;
  return std::binary_search(years.begin(), years.end(), year);
}

std::vector<DayOff> WorkingCalendar::days_off(int year) const {
  if (year < data_->first_year || year > data_->last_year) {
    throw Error(ErrorCode::outside_calendar, std::to_string(year),
                detail::outside_text(*this, {"năm này", "the year"}));
  }
  const std::int32_t from = Date(year, 1, 1).day_number();
  const std::int32_t to = Date(year, 12, 31).day_number();
  std::vector<DayOff> days;
  for (const detail::Mark& mark : data_->marks.marks) {
    if (mark.day < from || mark.day > to) continue;
    days.push_back({Date::from_day_number(mark.day), mark.kind, data_->marks.texts[mark.name],
                    data_->marks.texts[mark.decision], mark.projected});
  }
  return days;
}

void WorkingCalendar::is_working(std::span<const std::int64_t> dates,
                                 std::span<std::uint8_t> out) const {
  expect_length(dates.size(), out.size(), "dates");
  const Days column(dates, out.size());
  detail::RowProblems problems;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint64_t at = offset(column[i], data_->base);
    if (at >= data_->share.size()) {
      problems.add(i, [&] { return detail::outside_text(*this, detail::day_text(column[i])); });
      continue;
    }
    out[i] = data_->share[at] != DayShare::none ? 1 : 0;
  }
  problems.throw_if_any();
}

void WorkingCalendar::add(std::span<const std::int64_t> dates,
                          std::span<const std::int64_t> working_days, std::span<std::int64_t> out,
                          OnProblem on_problem) const {
  expect_length(dates.size(), out.size(), "dates");
  expect_length(working_days.size(), out.size(), "working_days");
  const Days date(dates, out.size());
  const Days n(working_days, out.size());
  const Tables t = tables();
  const std::uint64_t days = t.share.size();
  const std::uint64_t ranks = t.day.size();
  const auto describe = [&](std::size_t i) {
    const bool inside = offset(date[i], t.base) < days;
    const Bilingual day = detail::day_text(date[i]);
    return detail::outside_text(*this, inside ? detail::say("{} cộng {} ngày làm việc",
                                                            "{} plus {} working days", day, n[i])
                                              : day);
  };
  const auto general = [&](std::size_t i, bool& ok) -> std::int64_t {
    const std::uint64_t at = offset(date[i], t.base);
    if (at >= days) {
      ok = false;
      return missing_day;
    }
    if (n[i] == 0) return date[i];
    const std::uint64_t rank = target(t, at, n[i]);
    ok = rank < ranks;
    return ok ? t.day[rank] : missing_day;
  };
  if (n.step == 1 || n[0] == 0 || ranks == 0) {
    run(out, on_problem, general, describe);
    return;
  }
  // one step for all rows: no branch on its sign
  const std::int32_t* const before = t.before.data() + (n[0] > 0 ? 1 : 0);
  const std::int32_t* const day = t.day.data();
  const std::uint64_t step = static_cast<std::uint64_t>(n[0]) - (n[0] > 0 ? 1U : 0U);
  const std::int64_t base = t.base;
  run(
      out, on_problem,
      [=](std::size_t i, bool& ok) -> std::int64_t {
        const std::uint64_t at = offset(date[i], base);
        if (at >= days) [[unlikely]] {
          ok = false;
          return missing_day;
        }
        const std::uint64_t rank = static_cast<std::uint64_t>(before[at]) + step;
        if (rank >= ranks) [[unlikely]] {
          ok = false;
          return missing_day;
        }
        return day[rank];
      },
      describe);
}

void WorkingCalendar::count(std::span<const std::int64_t> from, std::span<const std::int64_t> to,
                            std::span<std::int64_t> out, OnProblem on_problem) const {
  expect_length(from.size(), out.size(), "from");
  expect_length(to.size(), out.size(), "to");
  const Days a(from, out.size());
  const Days b(to, out.size());
  const std::int32_t* const upto = data_->before.data() + 1;
  const std::uint64_t days = data_->share.size();
  const std::int64_t base = data_->base;
  run(
      out, on_problem,
      [=](std::size_t i, bool& ok) -> std::int64_t {
        const std::uint64_t at_a = offset(a[i], base);
        const std::uint64_t at_b = offset(b[i], base);
        if (at_a >= days || at_b >= days) [[unlikely]] {
          ok = false;
          return missing_day;
        }
        return std::int64_t{upto[at_b]} - upto[at_a];
      },
      [&](std::size_t i) {
        const std::int64_t wrong = offset(a[i], base) < days ? b[i] : a[i];
        return detail::outside_text(*this, detail::day_text(wrong));
      });
}

void WorkingCalendar::roll(std::span<const std::int64_t> dates, bool back,
                           std::span<std::int64_t> out, OnProblem on_problem) const {
  expect_length(dates.size(), out.size(), "dates");
  const Days date(dates, out.size());
  const Tables t = tables();
  run(
      out, on_problem,
      [&](std::size_t i, bool& ok) -> std::int64_t {
        const std::uint64_t at = offset(date[i], t.base);
        ok = at < t.share.size();
        if (!ok) return missing_day;
        const std::uint64_t rank =
            static_cast<std::uint64_t>(t.before[at + (back ? 1U : 0U)]) - (back ? 1U : 0U);
        ok = rank < t.day.size();
        return ok ? t.day[rank] : missing_day;
      },
      [&](std::size_t i) { return detail::outside_text(*this, detail::day_text(date[i])); });
}

bool operator==(const WorkingCalendar& a, const WorkingCalendar& b) {
  const auto& x = *a.data_;
  const auto& y = *b.data_;
  return a.data_ == b.data_ || (x.base == y.base && x.share == y.share && x.kind == y.kind);
}

}  // namespace sauro::inline v0_1
