#include "sauro/writing/calendar_file.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "sauro/text/unicode.hpp"
#include "calendar/official_day.hpp"
#include "core/poll.hpp"
#include "writing/calendar_items.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::CalendarItem;

constexpr int minutes_a_day = 24 * 60;
constexpr std::string_view own_ids = "@sauro";

/// Texts as RFC 5545, section 3.3.11 has them.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible_text(text)) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == ',' || c == ';' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

std::string basic_day(const Date& day) {
  const YearMonthDay parts = day.year_month_day();
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d%02d%02d", parts.year, parts.month, parts.day);
  return text.data();
}

/// "T163000"
std::string basic_time(int minute) {
  constexpr int hour = 60;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d%02d00", minute / hour, minute % hour);
  return text.data();
}

/// Lines of at most 75 bytes, none of them cut inside a letter (section 3.1).
class Lines {
 public:
  void add(std::string_view name, std::string_view value) {
    std::string line(name);
    line += value;
    constexpr std::size_t most = 75;
    for (std::size_t at = 0;;) {
      const std::size_t room = at == 0 ? most : most - 1;
      std::size_t end = at + room;
      if (end < line.size()) {
        while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
      } else {
        end = line.size();
      }
      text_.append(at == 0 ? "" : " ").append(line, at, end - at).append("\r\n");
      if (end == line.size()) return;
      at = end;
    }
  }

  /// Lines that are made already.
  void append(std::string_view lines) { text_ += lines; }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string categories(const ScheduledTask& task) {
  std::string text;
  for (const std::string& lead : task.lead_names) text += escaped(lead) + ",";
  return text + escaped(task.area_label());
}

std::string description(const ScheduledTask& task, const ScheduledOccurrence& one) {
  std::string text;
  const auto add = [&](const std::string& line) {
    if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
  };
  if (!task.product.empty()) add("Sản phẩm: " + task.product);
  add(one.reading);
  if (one.start) add("Bắt đầu: " + detail::official_day(*one.start));
  return escaped(text);
}

/// The time between an alarm and what it is for: "-P2DT16H30M".
std::string trigger(std::int64_t minutes_before) {
  const std::int64_t minutes = std::abs(minutes_before);
  constexpr std::int64_t hour = 60;
  constexpr std::int64_t day = 24 * hour;
  std::string text = minutes_before > 0 ? "-P" : "P";
  if (minutes >= day) text += std::to_string(minutes / day) + "D";
  if (minutes % day == 0) return minutes == 0 ? "PT0M" : text;
  text += "T";
  if (minutes % day >= hour) text += std::to_string(minutes % day / hour) + "H";
  if (minutes % hour != 0) text += std::to_string(minutes % hour) + "M";
  return text;
}

/// Writes the items of a schedule, and how each follows what an earlier file said of it.
class ItemWriter {
 public:
  ItemWriter(const Schedule& schedule, const CalendarFileOptions& options, Lines& lines)
      : schedule_(schedule), options_(options), lines_(lines) {
    // the library has no clock: without a day the plan's year stamps what was made from it
    const Date stamped = options.as_of.value_or(Date(schedule.year, 1, 1));
    stamp_ = basic_day(stamped) + "T000000Z";
    opening_ = options.hours.sessions.empty() ? 0 : options.hours.sessions.front().first;
    if (options.previous.empty()) return;
    for (CalendarItem& item : detail::calendar_items(options.previous)) {
      std::string id = item.id;
      previous_.insert_or_assign(std::move(id), std::move(item));
    }
  }

  void add(const ScheduledOccurrence& one, const std::string& id) {
    const ScheduledTask& task = schedule_.tasks[one.task_place];
    Lines own;
    own.add("UID:", id);
    own.add("SUMMARY:", escaped(task.id + " " + task.title + " (" + one.occurrence + ")"));
    own.add("CATEGORIES:", categories(task));
    own.add("DESCRIPTION:", description(task, one));
    if (one.due) add_due(own, task, one);
    put(one.due ? "VEVENT" : "VTODO", id, own.take());
  }

  /// What an earlier file has and this schedule hasn't.
  void cancel_rest() {
    for (const auto& [id, item] : previous_) {
      detail::poll();
      if (!id.ends_with(own_ids)) continue;  // it was put into the file by somebody else
      Lines own;
      own.add("UID:", id);
      own.add("SUMMARY:", item.summary);
      own.add("STATUS:", "CANCELLED");
      if (item.is_event) {
        own.add(item.start.find('T') == std::string::npos ? "DTSTART;VALUE=DATE:" : "DTSTART:",
                item.start);
      }
      const int sequence = item.sequence + (item.is_cancelled ? 0 : 1);
      write(item.is_event ? "VEVENT" : "VTODO", item.is_cancelled ? item.stamp : stamp_, sequence,
            own.take());
    }
  }

 private:
  void add_due(Lines& own, const ScheduledTask& task, const ScheduledOccurrence& one) const {
    if (one.due_minute && *one.due_minute < minutes_a_day) {
      own.add("DTSTART:", basic_day(*one.due) + basic_time(*one.due_minute));
    } else {
      own.add("DTSTART;VALUE=DATE:", basic_day(*one.due));
      own.add("DTEND;VALUE=DATE:", basic_day(one.due->plus_days(1)));
    }
    own.add("BEGIN:", "VALARM");
    own.add("ACTION:", "DISPLAY");
    own.add("DESCRIPTION:", escaped(task.title));
    own.add("TRIGGER:", trigger(minutes_before(one)));
    own.add("END:", "VALARM");
  }

  /// From the alarm, when the office opens, to the due time or the beginning of the due day.
  [[nodiscard]] std::int64_t minutes_before(const ScheduledOccurrence& one) const {
    const std::int64_t days = options_.alarm_days;
    std::int64_t before = days;
    if (options_.calendar) {
      const Date rings = options_.calendar->add(*one.due, -days);
      before = std::int64_t{one.due->day_number()} - rings.day_number();
    }
    const int begin = one.due_minute && *one.due_minute < minutes_a_day ? *one.due_minute : 0;
    return before * minutes_a_day + begin - opening_;
  }

  void put(const char* kind, const std::string& id, const std::string& own) {
    const auto before = previous_.find(id);
    if (before == previous_.end()) return write(kind, stamp_, 0, own);
    const CalendarItem old = std::move(before->second);
    previous_.erase(before);
    std::string text = "BEGIN:VCALENDAR\r\nBEGIN:";
    text.append(kind).append("\r\n").append(own).append("END:").append(kind).append("\r\n");
    const bool is_same = detail::calendar_items(text).front().content == old.content;
    write(kind, is_same ? old.stamp : stamp_, old.sequence + (is_same ? 0 : 1), own);
  }

  void write(const char* kind, const std::string& stamp, int sequence, const std::string& own) {
    lines_.add("BEGIN:", kind);
    lines_.add("DTSTAMP:", stamp);
    lines_.add("SEQUENCE:", std::to_string(sequence));
    lines_.append(own);
    lines_.add("END:", kind);
  }

  const Schedule& schedule_;
  const CalendarFileOptions& options_;
  Lines& lines_;
  std::string stamp_;
  int opening_ = 0;
  std::map<std::string, CalendarItem> previous_;  ///< by UID; what is left over is gone
};

/// Says once what all due days of some years lack.
void add_projected(Lines& lines, const Schedule& schedule) {
  if (schedule.projected.empty()) return;
  std::string years;
  for (const int year : schedule.projected) {
    years += (years.empty() ? "" : ", ") + std::to_string(year);
  }
  lines.add("X-WR-CALDESC:", escaped("Dự kiến: chưa có văn bản về ngày nghỉ của năm " + years));
}

}  // namespace

std::vector<std::string> event_ids(const Schedule& schedule) {
  boost::uuids::name_generator_sha1 generator(boost::uuids::ns::url());
  const std::string plan = schedule.title + "/" + std::to_string(schedule.year) + "/";
  std::vector<std::string> ids;
  ids.reserve(schedule.occurrences.size());
  for (const ScheduledOccurrence& one : schedule.occurrences) {
    detail::poll();
    const std::string name = plan + schedule.tasks[one.task_place].id + "/" + one.occurrence;
    ids.push_back(boost::uuids::to_string(generator(name)) + std::string(own_ids));
  }
  return ids;
}

std::string to_icalendar(const Schedule& schedule, const CalendarFileOptions& options) {
  Lines lines;
  lines.add("BEGIN:", "VCALENDAR");
  lines.add("VERSION:", "2.0");
  lines.add("PRODID:", "-//sauro//schedule//VI");
  lines.add("X-WR-CALNAME:", escaped(schedule.title));
  add_projected(lines, schedule);
  ItemWriter items(schedule, options, lines);
  const std::vector<std::string> ids = event_ids(schedule);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    detail::poll();
    items.add(schedule.occurrences[i], ids[i]);
  }
  items.cancel_rest();
  lines.add("END:", "VCALENDAR");
  return lines.take();
}

}  // namespace sauro::inline v0_1
