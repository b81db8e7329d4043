#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/time_limit.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// How a plan says when a task is to be done.
enum class TimeframeKind {
  unstated,    ///< it doesn't
  continuous,  ///< "thường xuyên": all the time, never due
  window,      ///< one span with an end: "Quý I", "trước ngày 15/12/2026"
  periodic,    ///< by a rhythm: "hằng quý", "ngày 20 hằng tháng"
  occasions,   ///< several times that are named: "Quý I, 6 tháng, quý III và tổng kết năm"
  roadmap,     ///< over years: "giai đoạn 2026 - 2030"
  open_ended,  ///< a beginning without an end: "2025 và những năm tiếp theo"
  event,       ///< when something happens: "sau khi có hướng dẫn"
  unparsed,    ///< words that no rule reads
};

constexpr std::array<std::string_view, 9> enum_names(TimeframeKind /*value*/) noexcept {
  return {"unstated", "continuous", "window", "periodic", "occasions",
          "roadmap",  "open_ended", "event",  "unparsed"};
}

/// One time that a task falls due.
struct Occurrence {
  std::string label = {};
  std::optional<Date> start = {};
  Date due{1970, 1, 1};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("label", &Occurrence::label, "'Quý I/2026'.", traits::shown),
        Field("start", &Occurrence::start, "First day, or None.", traits::omitted),
        Field("due", &Occurrence::due, "Last day.", traits::required | traits::shown)};
  }

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// What the words of a timeframe may mean too.
struct OtherReading {
  std::string reading = {};
  TimeframeKind kind = TimeframeKind::unstated;
  std::optional<Date> start = {};
  std::optional<Date> due = {};
  std::string rule = {};
  std::vector<Occurrence> occurrences = {};
  std::optional<TimeLimit> limit = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("reading", &OtherReading::reading, "In Vietnamese: how the words are read then.",
              traits::required | traits::shown),
        Field("kind", &OtherReading::kind, "As of Timeframe, as are the fields below.",
              traits::required | traits::shown),
        Field("start", &OtherReading::start, "First day, or None.", traits::omitted),
        Field("due", &OtherReading::due, "Last day, or None.", traits::omitted | traits::shown),
        Field("rule", &OtherReading::rule, "Rhythm, or ''.", traits::omitted),
        Field("occurrences", &OtherReading::occurrences, "In order of due days.", traits::omitted),
        Field("limit", &OtherReading::limit, "TimeLimit, or None.", traits::omitted)};
  }

  friend bool operator==(const OtherReading&, const OtherReading&) = default;
};

/// When a task is to be done: the words and what they mean.
struct Timeframe {
  std::string text = {};
  TimeframeKind kind = TimeframeKind::unstated;
  std::optional<Date> start = {};
  std::optional<Date> due = {};
  std::optional<int> due_minute = {};
  std::vector<Occurrence> occurrences = {};
  std::string rule = {};
  std::string event = {};
  std::optional<TimeLimit> limit = {};
  bool before_event = false;
  std::string reading = {};
  std::vector<OtherReading> alternatives = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("text", &Timeframe::text, "The cell as written; empty where the plan names no time.",
              traits::shown),
        Field(
            "kind", &Timeframe::kind,
            "'unstated', 'continuous', 'window', 'periodic', 'occasions', 'roadmap', 'open_ended', "
            "'event' or 'unparsed'.",
            traits::shown),
        Field("start", &Timeframe::start, "First day, or None.", traits::omitted),
        Field("due", &Timeframe::due, "Last day, or None where nothing ends.", traits::omitted),
        Field("due_minute", &Timeframe::due_minute,
              "Minute of the last day, where a time of day is named.", traits::omitted),
        Field("rule", &Timeframe::rule, "Rhythm, 'quarter' or 'month+quarter'; or ''.",
              traits::omitted),
        Field("occurrences", &Timeframe::occurrences, "Of the plan's year, in order of due days.",
              traits::omitted),
        Field("event", &Timeframe::event, "What it waits for, as written; or ''.", traits::omitted),
        Field("limit", &Timeframe::limit, "TimeLimit from the event, or None.", traits::omitted),
        Field("before_event", &Timeframe::before_event,
              "The limit runs up to the event, not from it.", traits::omitted),
        Field("reading", &Timeframe::reading, "In Vietnamese: which reading was taken of two.",
              traits::omitted),
        Field("alternatives", &Timeframe::alternatives,
              "The readings that weren't taken, where the words leave several.", traits::omitted)};
  }

  friend bool operator==(const Timeframe&, const Timeframe&) = default;
};

}  // namespace sauro::inline v0_1
