#include "reading_helpers.hpp"

using namespace sauro;

namespace {

using Days = std::vector<std::int64_t>;

std::int64_t day(int year, int month, int day) { return Date(year, month, day).day_number(); }

/// A log of days with its columns, and what judging it gives.
struct Sample {
  Days received;
  std::vector<std::int32_t> limit;
  Days finished;
  std::vector<std::int32_t> agency;
  CaseOptions options{.as_of = Date(2026, 3, 31),
                      .calendars = {WorkingCalendar::vietnam()},
                      .hours = {},
                      .cut_off = {},
                      .rounding = Rounding::up,
                      .on_problem = OnProblem::raise,
                      .threads = 1};
  Days due;
  std::vector<std::int8_t> status;
  std::vector<std::int32_t> late;

  [[nodiscard]] CaseLog log() const {
    CaseLog log;
    log.received.ticks = NumberView::of<std::int64_t>(received);
    log.finished.ticks = NumberView::of<std::int64_t>(finished);
    log.limit = NumberView::of<std::int32_t>(limit);
    if (!agency.empty()) log.keys = {{"agency", NumberView::of<std::int32_t>(agency)}};
    return log;
  }

  std::vector<RollUpRow> judge(const CaseLog& cases, std::optional<RollUpKeys> keys = {}) {
    due.assign(received.size(), 0);
    status.assign(received.size(), 0);
    late.assign(received.size(), 0);
    return judge_cases(cases, options, {due, status, late}, keys);
  }

  [[nodiscard]] std::string words() const {
    std::string text;
    for (std::size_t i = 0; i < due.size(); ++i) {
      text += (due[i] == missing_day
                   ? "-"
                   : Date::from_day_number(static_cast<int>(due[i])).to_iso().substr(5)) +
              " " + std::string(to_string(static_cast<CaseStatus>(status[i]))) + " " +
              std::to_string(late[i]) + "; ";
    }
    return text;
  }
};

Sample five() {
  Sample sample;
  sample.received = Days(5, day(2026, 2, 12));
  sample.limit = {5, 5, 5, 5, 40};
  sample.finished = {day(2026, 2, 25), day(2026, 2, 26), day(2026, 3, 4), missing_day, missing_day};
  sample.agency = {0, 0, 2, 2, 2};
  return sample;
}

}  // namespace

TEST_CASE("due days, statuses and late days of cases over Tết") {
  Sample sample = five();
  sample.judge(sample.log());
  // 13/2, then 23, 24, 25, 26/2: the fifth working day
  CHECK(sample.words() ==
        "02-26 early 0; 02-26 on_time 0; 02-26 late 4; 02-26 overdue 23; 04-16 running 0; ");
}

TEST_CASE(
    "columns of a table are read where they lie: slices, missing values, moments, fractions") {
  const auto days = [](std::vector<std::optional<Date>> dates) {
    dates.insert(dates.begin(), 3, Date(1990, 1, 1));  // rows that the slices leave out
    return Column::of("days", dates).slice(3, 5);
  };
  const Date came(2026, 2, 12);
  const Column received = days({came, came, came, came, came});
  const Column finished =
      days({Date(2026, 2, 25), Date(2026, 2, 26), Date(2026, 3, 4), std::nullopt, std::nullopt});
  const Column limit = Column::of("limit", std::vector<double>{4.5, 5, 5, 5, 40});
  const Column agency = Column::category("agency", {0, 0, -1, -1, -1}, {"A"});
  CaseLog log;
  log.received = TimeView::of(received);
  log.finished = TimeView::of(finished);
  log.limit = NumberView::of(limit);
  log.keys = {{"agency", NumberView::of(agency)}};
  Sample sample = five();
  const auto rows = sample.judge(log, RollUpKeys{.columns = {"agency"}});
  CHECK(sample.words() ==
        "02-26 early 0; 02-26 on_time 0; 02-26 late 4; 02-26 overdue 23; 04-16 running 0; ");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].codes[0] == -1);
  CHECK(rows[0].total() == 3);
  CHECK(rows[1].in_time() == 2);

  std::vector<std::int64_t> hours;
  for (const std::int64_t day : sample.received) hours.push_back(day * 86'400 + 8 * 3'600);
  Column::Parts parts = Column::of("", hours).parts();
  parts.type = ColumnType::seconds;
  const Column moments("moments", parts);
  log.received = TimeView::of(moments);
  sample.judge(log);
  CHECK(sample.status == std::vector<std::int8_t>{0, 1, 2, 4, 3});

  const Column names = Column::of("names", std::vector<std::string>{"A"});
  CHECK_THROWS_AS((void)NumberView::of(names), ValidationError);
  CHECK_THROWS_AS((void)TimeView::of(limit), ValidationError);
}

TEST_CASE("groups in order of their codes, and none where nothing was decided") {
  Sample sample = five();
  const auto rows = sample.judge(sample.log(), RollUpKeys{{"agency"}, CasePeriod::month});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].codes[0] == 0);
  CHECK(rows[0].period == day(2026, 2, 1));
  CHECK(rows[0].total() == 2);
  CHECK(rows[0].rate() == 1.0);
  CHECK(rows[1].codes[0] == 2);
  CHECK(rows[1].decided() == 2);
  CHECK(rows[1].in_time() == 0);
  CHECK(rows[1].late_days == 27);
  CHECK(rows[1].rate() == 0.0);
  CHECK_FALSE(RollUpRow{}.rate().has_value());
}

TEST_CASE("a roll-up alone fills no columns and gives the same counts") {
  const Sample sample = five();
  const auto rows = judge_cases(sample.log(), sample.options, {}, RollUpKeys{});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].total() == 5);
  CHECK(rows[0].counts[static_cast<int>(CaseStatus::overdue)] == 1);
}

TEST_CASE("groups of parts merge into those of the whole") {
  Sample whole = five();
  const RollUpKeys keys{{"agency"}, CasePeriod::month};
  const auto expected = whole.judge(whole.log(), keys);
  std::vector<std::vector<RollUpRow>> parts;
  for (std::size_t row = 0; row < whole.received.size(); ++row) {
    Sample one;
    one.received = {whole.received[row]};
    one.limit = {whole.limit[row]};
    one.finished = {whole.finished[row]};
    one.agency = {whole.agency[row]};
    parts.push_back(one.judge(one.log(), keys));
  }
  const auto merged = merge_roll_ups(parts);
  REQUIRE(merged.size() == expected.size());
  for (std::size_t i = 0; i < merged.size(); ++i) {
    CHECK(merged[i].codes[0] == expected[i].codes[0]);
    CHECK(merged[i].total() == expected[i].total());
    CHECK(merged[i].late_days == expected[i].late_days);
    CHECK(merged[i].rate() == expected[i].rate());
  }
  CHECK(merge_roll_ups({}).empty());
}

TEST_CASE("calendar days roll, pauses and cuts change the limit") {
  Sample sample;
  sample.received = Days(4, day(2026, 4, 16));
  sample.limit = {10, 10, 10, 7};
  sample.finished = Days(4, missing_day);
  CaseLog log = sample.log();
  log.unit = TimeUnit::days;
  sample.options.as_of = Date(2026, 4, 16);
  sample.judge(log);
  CHECK(sample.words().starts_with("04-28 running 0; "));
  log.unit = TimeUnit::working_days;
  const std::vector<double> paused = {0, 2, 0, 0};
  const std::vector<double> cut = {0, 0, 30, 30};
  log.paused = NumberView::of<double>(paused);
  log.cut = NumberView::of<double>(cut);
  sample.judge(log);  // 10, 12, 7 and 4.9 -> 5 working days
  CHECK(sample.words() == "05-05 running 0; 05-07 running 0; 04-28 running 0; 04-23 running 0; ");
}

TEST_CASE(
    "working hours are those of the office, and late receipt starts on the next working day") {
  Sample sample;
  const auto at = [](int d, int hour, int minute) {
    return day(2026, 3, d) * 1440 + hour * 60 + minute;
  };
  // Friday 20/3: 08:00, 16:00, 12:00 (at rest), Saturday 21/3 09:00
  sample.received = {at(20, 8, 0), at(20, 16, 0), at(20, 12, 0), at(21, 9, 0)};
  sample.limit = {4, 4, 8, 8};
  sample.finished = {at(20, 13, 0), at(23, 11, 0), missing_day, at(24, 8, 0)};
  CaseLog log = sample.log();
  log.unit = TimeUnit::working_hours;
  log.received.per_day = log.finished.per_day = 1440;
  sample.judge(log);
  const auto text = [](std::int64_t minute) {
    return Date::from_day_number(static_cast<int>(minute / 1440)).to_iso().substr(8) + "T" +
           std::to_string(minute % 1440 / 60) + ":" + std::to_string(minute % 60);
  };
  CHECK(text(sample.due[0]) == "20T14:0");
  CHECK(text(sample.due[1]) == "23T10:30");
  CHECK(text(sample.due[2]) == "23T14:0");  // 3.5 h on Friday, 4 h and half an hour on Monday
  CHECK(text(sample.due[3]) == "24T8:0");   // 7.5 h on Monday
  CHECK(to_string(static_cast<CaseStatus>(sample.status[0])) == "on_time");
  CHECK(to_string(static_cast<CaseStatus>(sample.status[1])) == "late");
  CHECK(to_string(static_cast<CaseStatus>(sample.status[3])) == "on_time");
  sample.options.cut_off = 15 * 60;
  sample.judge(log);
  CHECK(text(sample.due[1]) == "23T11:30");
}

TEST_CASE("a receipt after the cut-off hour counts as one of the next working day") {
  Sample sample;
  const auto at = [](int hour) { return (day(2026, 3, 20) * 24 + hour) * 3600; };
  sample.received = {at(14), at(15)};
  sample.limit = {1, 1};
  sample.finished = Days(2, missing_day);
  CaseLog log = sample.log();
  log.received.per_day = 86'400;
  log.finished.per_day = 86'400;
  sample.options.as_of = Date(2026, 3, 20);
  sample.options.cut_off = 15 * 60;
  sample.judge(log);
  CHECK(sample.words() == "03-23 running 0; 03-24 running 0; ");
}

TEST_CASE("hours and minutes by the clock run through nights and end on a working day") {
  Sample sample;
  const auto at = [](int d, int hour, int minute) {
    return day(2026, 3, d) * 1440 + hour * 60 + minute;
  };
  // Thursday 19/3 at 16:00, Friday 20/3 at 16:00
  sample.received = {at(19, 16, 0), at(20, 16, 0)};
  sample.limit = {24, 24};
  sample.finished = {at(20, 16, 0), at(23, 23, 0)};
  CaseLog log = sample.log();
  log.unit = TimeUnit::hours;
  log.received.per_day = log.finished.per_day = 1440;
  sample.judge(log);
  CHECK(sample.due[0] == at(20, 16, 0));
  CHECK(sample.due[1] == at(23, 23, 59));  // ends on Saturday: at the end of Monday
  CHECK(to_string(static_cast<CaseStatus>(sample.status[0])) == "on_time");
  CHECK(to_string(static_cast<CaseStatus>(sample.status[1])) == "on_time");
  const Days hours = sample.due;
  log.unit = TimeUnit::minutes;
  sample.limit = {24 * 60, 24 * 60};
  sample.judge(log);
  CHECK(sample.due == hours);
  sample.options.cut_off = 15 * 60;  // both count from 07:30 of the next working day
  sample.judge(log);
  CHECK(sample.due[0] == at(23, 23, 59));  // Friday 07:30 to Saturday 07:30
  CHECK(sample.due[1] == at(24, 7, 30));
}

TEST_CASE("limits of a log don't count in weeks, months or years") {
  Sample sample;
  sample.received = {day(2026, 3, 2)};
  sample.limit = {1};
  sample.finished = {missing_day};
  CaseLog log = sample.log();
  for (const TimeUnit unit : {TimeUnit::weeks, TimeUnit::months, TimeUnit::years}) {
    log.unit = unit;
    CHECK_THROWS_AS(sample.judge(log), ValidationError);
  }
}

TEST_CASE("Saturday mornings count four hours") {
  CustomOptions own{2026, 2026, five_days, {}};
  own.week[5] = DayShare::morning;
  Sample sample;
  sample.options.calendars = {WorkingCalendar::custom(own)};
  sample.received = {day(2026, 3, 20) * 1440 + 15 * 60};  // Friday 15:00: 2 h, Saturday 4 h
  sample.limit = {7};
  sample.finished = {missing_day};
  CaseLog log = sample.log();
  log.unit = TimeUnit::working_hours;
  log.received.per_day = log.finished.per_day = 1440;
  sample.judge(log);
  CHECK(sample.due[0] == day(2026, 3, 23) * 1440 + 8 * 60 + 30);
}

TEST_CASE("rows that can't be right are named all at once, or set aside and counted") {
  Sample sample;
  sample.received = {day(2026, 3, 2), missing_day, day(2020, 1, 1), day(2026, 3, 2),
                     day(2026, 3, 2)};
  sample.limit = {5, 5, 5, -1, 5};
  sample.finished = {day(2026, 3, 1), missing_day, missing_day, missing_day, missing_day};
  sample.agency = {0, 0, 0, 0, -3};
  try {
    sample.judge(sample.log());
    FAIL("wrong rows passed");
  } catch (const ValidationError& error) {
    CHECK(error.code() == ErrorCode::invalid_rows);
    CHECK(english(error) ==
          "row 0: it is finished before it was received\n"
          "row 1: the day of receipt is missing\n"
          "row 2: the day of receipt lies outside the calendar\n"
          "row 3: the limit is negative\n"
          "row 4: the agency code is negative or too large");
  }
  sample.options.on_problem = OnProblem::keep;
  const auto rows = sample.judge(sample.log(), RollUpKeys{});
  CHECK(rows[0].counts[static_cast<int>(CaseStatus::invalid)] == 5);
  CHECK(sample.words() == "- invalid 0; - invalid 0; - invalid 0; - invalid 0; - invalid 0; ");
}

TEST_CASE(
    "cases are judged by their promise, by their limit where they have none, and by the law") {
  Sample sample = five();  // limits end on 26/2 and 16/4
  const Days promised = {day(2026, 2, 25), missing_day, day(2026, 3, 4), day(2026, 4, 1),
                         day(2026, 4, 15)};
  CaseLog log = sample.log();
  log.due.ticks = NumberView::of<std::int64_t>(promised);
  const auto rows = sample.judge(log, RollUpKeys{});
  CHECK(sample.words() ==
        "02-25 on_time 0; 02-26 on_time 0; 03-04 on_time 0; 04-01 running 0; 04-15 running 0; ");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].rate() == 1.0);
  CHECK(rows[0].promised_late == 2);
  CHECK(rows[0].law_in_time == 2);
  CHECK(rows[0].law_decided == 4);
  CHECK(rows[0].law_rate() == 0.5);
  const std::vector<std::vector<RollUpRow>> parts = {rows, rows};
  CHECK(merge_roll_ups(parts)[0].promised_late == 4);

  log.limit = {};
  sample.options.on_problem = OnProblem::keep;
  sample.judge(log);
  CHECK(sample.words() ==
        "02-25 on_time 0; - invalid 0; 03-04 on_time 0; 04-01 running 0; 04-15 running 0; ");
}

TEST_CASE("a promised moment holds to its minute, one at 00:00 for its day") {
  Sample sample;
  const auto at = [](int hour, int minute) {
    return (day(2026, 3, 20) * 1440 + hour * 60 + minute) * 60;
  };
  sample.received = Days(4, at(8, 7));
  sample.finished = {at(16, 30) + 59, at(16, 31), at(23, 59), at(8, 6)};
  const Days promised = {at(16, 30), at(16, 30), at(0, 0), at(16, 30)};
  CaseLog log;
  log.received = {NumberView::of<std::int64_t>(sample.received), 86'400};
  log.finished = {NumberView::of<std::int64_t>(sample.finished), 86'400};
  log.due = {NumberView::of<std::int64_t>(promised), 86'400};
  sample.options.on_problem = OnProblem::keep;
  sample.judge(log);
  CHECK(log.ends_within_day());
  CHECK(sample.status == std::vector<std::int8_t>{1, 2, 1, 5});
  CHECK(sample.late == std::vector<std::int32_t>{0, 1, 0, 0});
  CHECK(sample.due == Days{at(16, 30) / 60, at(16, 30) / 60, at(23, 59) / 60, missing_day});
}

TEST_CASE("cases are counted by own columns and by weeks, months, quarters and years") {
  Sample sample = five();
  sample.received = {day(2025, 12, 28), day(2025, 12, 29), day(2026, 1, 4), day(2026, 1, 5),
                     day(2026, 2, 12)};
  sample.limit = std::vector<std::int32_t>(5, 5);
  sample.finished = Days(5, missing_day);
  const std::vector<std::int32_t> channel = {1, 0, 1, 1, 0};
  CaseLog log = sample.log();
  log.keys.push_back({"channel", NumberView::of<std::int32_t>(channel)});
  const auto periods = [&](CasePeriod period) {
    std::string text;
    for (const RollUpRow& row : sample.judge(log, RollUpKeys{.period = period})) {
      text += Date::from_day_number(row.period).to_iso() + " " + std::to_string(row.total()) + "; ";
    }
    return text;
  };
  CHECK(periods(CasePeriod::week) == "2025-12-22 1; 2025-12-29 2; 2026-01-05 1; 2026-02-09 1; ");
  CHECK(periods(CasePeriod::month) == "2025-12-01 2; 2026-01-01 2; 2026-02-01 1; ");
  CHECK(periods(CasePeriod::quarter) == "2025-10-01 2; 2026-01-01 3; ");
  CHECK(periods(CasePeriod::year) == "2025-01-01 2; 2026-01-01 3; ");
  const auto rows = sample.judge(log, RollUpKeys{{"channel", "agency"}, CasePeriod::none});
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].codes == std::array<std::int32_t, 6>{0, 0, -1, -1, -1, -1});
  CHECK(rows[3].codes == std::array<std::int32_t, 6>{1, 2, -1, -1, -1, -1});
  CHECK(rows[3].total() == 2);
  CHECK(code_of([&] { sample.judge(log, RollUpKeys{{"region"}, CasePeriod::none}); }) == 220);
}

TEST_CASE("late days and days taken are counted where they are asked for, and what waits apart") {
  Sample sample = five();
  const auto rows = sample.judge(
      sample.log(), RollUpKeys{.columns = {"agency"}, .late_days = true, .taken_days = true});
  REQUIRE(rows.size() == 4);  // agency 0 in time; agency 2 in time, late by 4 and by 23
  CHECK(rows[1].late == 0);
  CHECK(rows[2].late == 4);
  CHECK(rows[2].late_cases() == 1);
  CHECK(rows[3].late == 23);
  CHECK(rows[0].taken_days == 9);  // 4 and 5
  CHECK(rows[2].taken_days == 9);
  const std::vector<std::vector<RollUpRow>> parts = {rows, rows};
  CHECK(merge_roll_ups(parts).size() == 4);
  CHECK(merge_roll_ups(parts)[2].late_cases() == 2);

  CaseLog log = sample.log();
  const std::vector<std::uint8_t> waiting = {1, 0, 1, 1, 0};
  log.waiting = NumberView::of<std::uint8_t>(waiting);
  const auto all = sample.judge(log, RollUpKeys{});
  CHECK(sample.words() ==
        "02-26 early 0; 02-26 on_time 0; 02-26 late 4; 02-26 waiting 0; 04-16 running 0; ");
  CHECK(all[0].counts[static_cast<int>(CaseStatus::waiting)] == 1);
  CHECK(all[0].total() == 5);
  CHECK(all[0].decided() == 3);
}

TEST_CASE("several calendars by code, and columns of other lengths") {
  Sample sample;
  sample.options.calendars.push_back(WorkingCalendar::vietnam({CalendarKind::statutory, {}, {}}));
  sample.received = Days(2, day(2025, 12, 31));
  sample.limit = {1, 1};
  sample.finished = Days(2, missing_day);
  sample.options.as_of = Date(2025, 12, 31);
  CaseLog log = sample.log();
  CHECK(code_of([&] { sample.judge(log); }) == 220);  // which calendar?
  const std::vector<std::int8_t> codes = {0, 1};
  log.calendar = NumberView::of<std::int8_t>(codes);
  sample.judge(log);
  CHECK(sample.words() == "01-05 running 0; 01-02 running 0; ");
  const std::vector<double> three(3);
  log.paused = NumberView::of<double>(three);
  CHECK(code_of([&] { sample.judge(log); }) == 220);
}

TEST_CASE("any number of threads and any cut of the rows gives the same counts") {
  Sample sample;
  std::uint32_t state = 7;
  const auto next = [&](std::uint32_t most) {
    state = state * 1664525U + 1013904223U;
    return state / 65536U % most;
  };
  constexpr std::size_t rows = 600'000;
  for (std::size_t i = 0; i < rows; ++i) {
    sample.received.push_back(day(2024, 1, 2) + next(700));
    sample.limit.push_back(static_cast<int>(next(30)));
    sample.finished.push_back(next(4) == 0 ? missing_day : sample.received.back() + next(60));
    sample.agency.push_back(static_cast<int>(next(50)));
  }
  const RollUpKeys keys{{"agency"}, CasePeriod::month};
  const auto whole = sample.judge(sample.log(), keys);
  sample.options.threads = 3;
  const auto shared = sample.judge(sample.log(), keys);
  REQUIRE(whole.size() == shared.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    REQUIRE(whole[i].total() == shared[i].total());
    REQUIRE(whole[i].late_days == shared[i].late_days);
    REQUIRE(whole[i].period == shared[i].period);
  }
  for (std::size_t i = 0; i < rows; i += 997) {
    const Date due = TimeLimit(sample.limit[i], TimeUnit::working_days)
                         .due(Date::from_day_number(static_cast<int>(sample.received[i])),
                              sample.options.calendars[0]);
    REQUIRE(sample.due[i] == due.day_number());
  }
}
