#include "phrases/wording.hpp"

#include <algorithm>
#include <cmath>

#include "sauro/core/error.hpp"
#include "calendar/official_day.hpp"
#include "core/say.hpp"
#include "phrases/stretches.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::official_day;
using Phrases = std::vector<std::string>;

std::string unit_name(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::minutes:
      return "phút";
    case TimeUnit::hours:
      return "giờ";
    case TimeUnit::working_hours:
      return "giờ làm việc";
    case TimeUnit::days:
      return "ngày";
    case TimeUnit::working_days:
      return "ngày làm việc";
    case TimeUnit::weeks:
      return "tuần";
    case TimeUnit::months:
      return "tháng";
    case TimeUnit::years:
      return "năm";
  }
  return {};
}

/// Phrases that may say a timeframe; which of them does, reading them tells.
class Wording {
 public:
  Wording(const Timeframe& timeframe, const TimeframeContext& context)
      : timeframe_(timeframe), context_(context) {}

  Phrases all() {
    switch (timeframe_.kind) {
      case TimeframeKind::unstated:
        return {""};
      case TimeframeKind::continuous:
        continuous();
        break;
      case TimeframeKind::window:
        window();
        break;
      case TimeframeKind::periodic:
        phrases_ = detail::rhythm_phrases(timeframe_);
        break;
      case TimeframeKind::occasions:
        occasions();
        break;
      case TimeframeKind::roadmap:
        roadmap();
        break;
      case TimeframeKind::open_ended:
        open_ended();
        break;
      case TimeframeKind::event:
        event();
        break;
      case TimeframeKind::unparsed:
        break;
    }
    if (timeframe_.kind != TimeframeKind::event && !timeframe_.event.empty()) {
      for (std::string& phrase : phrases_) phrase += "; " + timeframe_.event;
    }
    phrases_.push_back(timeframe_.text);
    return std::move(phrases_);
  }

 private:
  void say(std::string phrase) { phrases_.push_back(std::move(phrase)); }

  /// The days from `start` to `due`, with the minute of the last.
  [[nodiscard]] Phrases span(const std::optional<Date>& start, const Date& due,
                             const std::optional<int>& minute) const {
    Phrases some;
    const std::string last =
        (minute ? detail::time_of_day(*minute) : "") + "ngày " + official_day(due);
    if (start && *start == due) some.push_back(last);
    if (!start || start == context_.issued) some.push_back("chậm nhất " + last);
    if (start) some.push_back("từ ngày " + official_day(*start) + " đến " + last);
    const std::string month = std::to_string(due.month()) + "/" + std::to_string(due.year());
    if (due == due.end_of_month()) some.push_back("cuối tháng " + month);
    if (due.day() == 1) some.push_back("đầu tháng " + month);
    if (due.day() == 15) some.push_back("giữa tháng " + month);
    return some;
  }

  void window() {
    if (!timeframe_.due) return say("năm kế hoạch");
    if (timeframe_.limit) return limited();
    phrases_ = span(timeframe_.start, *timeframe_.due, timeframe_.due_minute);
  }

  /// "trong 30 ngày kể từ ngày 15/05/2026"
  void limited() {
    const std::string limit = detail::worded(*timeframe_.limit);
    if (timeframe_.start) say("trong " + limit + " kể từ ngày " + official_day(*timeframe_.start));
    if (!timeframe_.before_event || ends_within_day(timeframe_.limit->unit())) return;
    constexpr int most_days = 4000;
    for (int more = 0; more <= most_days; ++more) {
      const Date day = timeframe_.due->plus_days(more);
      if (timeframe_.limit->before(day, detail::office_calendar()) != *timeframe_.due) continue;
      return say(limit + " trước ngày " + official_day(day));
    }
  }

  void roadmap() {
    if (!timeframe_.due) return;
    const Date& due = *timeframe_.due;
    const std::string last = std::to_string(due.year());
    if (timeframe_.start) {
      const Date& start = *timeframe_.start;
      say("giai đoạn " + std::to_string(start.year()) + " - " + last);
      say("lộ trình từ ngày " + official_day(start) + " đến ngày " + official_day(due));
    }
    say("đến năm " + last);
    say("giai đoạn " + last);
    say("lộ trình đến ngày " + official_day(due));
    say("tầm nhìn đến năm " + last);
  }

  void open_ended() {
    if (timeframe_.start) say("từ ngày " + official_day(*timeframe_.start) + " trở đi");
    say("những năm tiếp theo");
    say("đến năm 2030 và những năm tiếp theo");
  }

  void continuous() {
    if (timeframe_.due_minute)
      return say("trước " + detail::time_of_day(*timeframe_.due_minute) + "hằng ngày");
    say("thường xuyên");
    if (!timeframe_.start) return;
    const Date& start = *timeframe_.start;
    say("thường xuyên, năm " + std::to_string(start.year()));
    say("thường xuyên, tháng " + std::to_string(start.month()) + "/" +
        std::to_string(start.year()));
  }

  void event() {
    const std::string& event = timeframe_.event;
    if (!timeframe_.limit) return say(event);
    const std::string limit = detail::worded(*timeframe_.limit);
    if (event.empty()) {
      say("trong " + limit);
      say("trong vòng " + limit);
      say("ngay trong ngày làm việc");
      say("ngay trong ngày");
    }
    for (const char* link : {" kể từ ", " sau ", " "}) say("trong " + limit + link + event);
    say(limit + " trước " + event);
    say("trước " + event + " " + limit);
  }

  /// The words of one occasion, read as what they say.
  std::string occasion(const Occurrence& one, bool is_last) {
    const std::optional<int> minute = is_last ? timeframe_.due_minute : std::nullopt;
    const auto says = [&](const std::string& phrase) {
      const Timeframe read = parse_timeframe(phrase, context_);
      return read.kind == TimeframeKind::window && read.start == one.start && read.due == one.due;
    };
    if (!minute && says(one.label)) return one.label;
    for (const std::string& days : span(one.start, one.due, minute)) {
      if (says(days)) return own_label(one) ? one.label + ": " + days : days;
    }
    return {};
  }

  /// Whether an occurrence has a label that isn't the name of its days.
  static bool own_label(const Occurrence& one) {
    const std::string days = official_day(one.due);
    return one.label != days &&
           !(one.start && one.label == official_day(*one.start) + " - " + days);
  }

  void occasions() {
    if (timeframe_.occurrences.empty()) return say("quý I, quý II");
    std::string all;
    for (const Occurrence& one : timeframe_.occurrences) {
      const std::string words = occasion(one, &one == &timeframe_.occurrences.back());
      if (words.empty()) return;
      all += (all.empty() ? "" : "; ") + words;
    }
    say(all);
  }

  const Timeframe& timeframe_;
  const TimeframeContext& context_;
  Phrases phrases_;
};

}  // namespace

namespace detail {

bool mean_the_same(const Timeframe& a, const Timeframe& b) {
  return a.kind == b.kind && a.start == b.start && a.due == b.due && a.due_minute == b.due_minute &&
         a.occurrences == b.occurrences && a.rule == b.rule && a.event == b.event &&
         a.limit == b.limit && a.before_event == b.before_event;
}

std::string time_of_day(int minute) {
  constexpr int hour = 60;
  const std::string minutes = std::to_string(minute % hour);
  return std::to_string(minute / hour) + " giờ " + (minutes.size() < 2 ? "0" : "") + minutes + " ";
}

std::string worded(const TimeLimit& limit) {
  const double whole = std::floor(limit.amount());
  const bool halved = limit.amount() != whole;
  return std::to_string(static_cast<int>(whole)) + (halved ? ",5 " : " ") + unit_name(limit.unit());
}

}  // namespace detail

std::string to_text(const Timeframe& timeframe, const TimeframeContext& context) {
  for (std::string& phrase : Wording(timeframe, context).all()) {
    if (detail::mean_the_same(parse_timeframe(phrase, context), timeframe))
      return std::move(phrase);
  }
  throw Error(ErrorCode::no_wording, std::string(to_string(timeframe.kind)),
              detail::say("không có cách nói nào được hiểu lại đúng như vậy",
                          "there is no phrase that would be read as this again"));
}

}  // namespace sauro::inline v0_1
