#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/time_limit.hpp"
#include "phrases/constructions.hpp"
#include "phrases/lexer.hpp"

namespace sauro::inline v0_1::detail {

/// A stretch of the calendar that words name.
enum class PointUnit : std::uint8_t { none, day, week, month, quarter, half, nine, year, unnamed };

/// "đầu", "giữa", "cuối" of a stretch: a day of it (Civil Code 2015, art. 146).
enum class Edge : std::uint8_t { none, start, middle, end };

/// What a part of a stretch is counted in: "tuần đầu tháng 6", "ngày làm việc cuối cùng của quý".
enum class PartUnit : std::uint8_t { none, day, working_day, weekday, week, ten_days, half, month };

/// A part of a stretch: the first is 1, the last is `last_part`.
struct Part {
  PartUnit unit = PartUnit::none;
  int number = 0;
  int count = 1;  ///< "10 ngày đầu tháng": ten
};
constexpr int last_part = -1;

/// A stretch or a day, as far as the words go.
struct TimePoint {
  PointUnit unit = PointUnit::none;
  Edge edge = Edge::none;
  int year = 0;            ///< 0 where none is named
  int year_shift = 0;      ///< "năm sau": 1
  bool says_year = false;  ///< "năm báo cáo", "năm sau": by a word, which no other time changes
  int number = 0;          ///< month, quarter or half
  int day = 0;
  bool lunar = false;  ///< "ngày 10/3 âm lịch"
  int minute = -1;
  bool hours_of_day = false;  ///< "từ 8h00 đến 11h30": `minute` ends a stretch of the day
  int weekday = 0;            ///< that is said of the day: 1 (Monday) to 7; 0 where none is
  bool whole = false;         ///< "cả năm"
  bool worded_month = false;  ///< "ngày 15 tháng 6", "các tháng 6": more months may follow
  Part part = {};             ///< of the stretch; the whole where none is named
  std::uint8_t feast = 0;     ///< "Tết Nguyên đán": its day; its number among the feasts, from 1
};

/// Which end of a time words like "bắt đầu" and "hoàn thành" lead.
enum class Side : std::uint8_t { none, begin, finish };

/// How an end is worded.
enum class Deadline : std::uint8_t { none, before, until };

/// One piece of a timeframe.
struct TimeItem {
  enum class Type : std::uint8_t { span, every, continuous, event, open_end, vision };

  Type type = Type::span;
  Construction construction = Construction::day;
  Deadline deadline = Deadline::none;
  bool roadmap = false;
  bool alternative = false;  ///< joined to the one before by "hoặc"
  bool joined = false;       ///< joined to the one before by "và" or a comma, without words between
  bool by_and = false;       ///< joined to the one before by "và"
  bool touches = false;      ///< follows the one before at once
  bool ends_before = false;  ///< "hoàn thành trước 30/5": the day of `last` may be left out
  bool clock = false;        ///< "24/7", which may be the day of `point` too
  Side side = Side::none;
  TimePoint point;
  TimePoint last;             ///< end of a range
  bool crosses_year = false;  ///< the end of the range is in the year after its beginning
  bool after_point = false;   ///< "sau 30/6": begins on the day after
  int first_day = 0;          ///< "từ ngày 10 đến ngày 15 hằng tháng": the first
  bool half_day = false;      ///< "nửa ngày", half a working day
  bool conditional = false;   ///< "nếu có"
  int every = 1;              ///< "5 năm": every five
  int times = 0;              ///< "2 lần/năm"
  int months_after = 0;       ///< "ngày 05 tháng sau": in the month after the stretch
  bool next_stretch = false;  ///< "tháng đầu của quý sau"
  /// "ngày 10 và 25", "thứ Hai và thứ Năm": a bit for each day beside that of `point`
  std::uint32_t more_days = 0;
  bool about = false;             ///< "khoảng tháng 6"
  TimePoint report;               ///< the period of the report that is due on the day
  bool first_half_meant = false;  ///< "6 tháng" without "đầu năm"
  std::string event;
  std::optional<TimeLimit> limit;
  double least_amount = 0;  ///< "03 - 05 ngày": three
  bool before_event = false;
  std::string label = {};    ///< what is to be done by then: "lựa chọn đơn vị"
  bool says_work = false;    ///< the label has more than usual words of work
  std::string length = {};   ///< "03 tháng (từ tháng 4 đến tháng 6)": how long the time is
  std::string words = {};    ///< of a whole period, where a day may follow that it is due on
  std::string subject = {};  ///< the words of a period that says which report, and is no time
};

/// The pieces that a text names.
struct TimeItems {
  std::vector<TimeItem> items;
  std::string stopped = {};  ///< the words that no rule reads: then there are no items
};
TimeItems time_items(std::string_view text);

/// A text whose breaks are blanks: one may stand anywhere in a cell.
std::string in_one_line(std::string_view text);

/// Which tokens what took: a construction, or "lead", "label", "separator", "unread".
struct TimeStep {
  std::string_view taken_by;
  bool is_construction = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// How a text is read, step by step.
struct TimeSteps {
  std::vector<Token> tokens;
  std::vector<TimeStep> steps;
  std::string stopped = {};
};
TimeSteps time_steps(std::string_view text);

/// A time inside a running text, and the bytes of the text that name it.
struct TimeRun {
  std::vector<TimeItem> items;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The times that a running text names, in order. What goes on all the time or waits for an event
/// is none of them: there the words mean too many other things.
std::vector<TimeRun> time_runs(std::string_view text);

}  // namespace sauro::inline v0_1::detail
