#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/time_limit.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro {

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
  std::string label;  ///< "Quý I/2026"
  std::optional<Date> start;
  Date due{1970, 1, 1};

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// When a task is to be done: the words and what they mean.
struct Timeframe {
  std::string text;  ///< the cell as written; empty where the plan names no time
  TimeframeKind kind = TimeframeKind::unstated;
  std::optional<Date> start;
  std::optional<Date> due;              ///< last day; none where nothing ends
  std::optional<int> due_minute;        ///< minute of the last day, where a time of day is named
  std::vector<Occurrence> occurrences;  ///< of the plan's year, in order of due days
  std::string rule;                     ///< of a rhythm: "quarter", "month+quarter+year"
  std::string event;                    ///< what it waits for, as written
  std::optional<TimeLimit> limit;       ///< length of time from the event
  bool before_event = false;            ///< the limit runs up to the event, not from it
  std::string reading;                  ///< in Vietnamese: which reading was taken of two

  friend bool operator==(const Timeframe&, const Timeframe&) = default;
};

}  // namespace sauro
