#include "sauro/writing/calendar_file.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "sauro/text/unicode.hpp"
#include "calendar/official_day.hpp"
#include "core/poll.hpp"

namespace sauro::inline v0_1 {
namespace {

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

void add_item(Lines& lines, const ScheduledTask& task, const ScheduledOccurrence& one,
              const std::string& id, const std::string& stamp, int alarm_days) {
  const char* kind = one.due ? "VEVENT" : "VTODO";
  lines.add("BEGIN:", kind);
  lines.add("UID:", id);
  lines.add("DTSTAMP:", stamp);
  lines.add("SUMMARY:", escaped(task.id + " " + task.title + " (" + one.occurrence + ")"));
  lines.add("CATEGORIES:", categories(task));
  lines.add("DESCRIPTION:", description(task, one));
  if (one.due) {
    lines.add("DTSTART;VALUE=DATE:", basic_day(*one.due));
    lines.add("DTEND;VALUE=DATE:", basic_day(one.due->plus_days(1)));
    lines.add("BEGIN:", "VALARM");
    lines.add("ACTION:", "DISPLAY");
    lines.add("DESCRIPTION:", escaped(task.title));
    const std::string days = std::to_string(std::abs(std::int64_t{alarm_days}));
    lines.add("TRIGGER:", (alarm_days > 0 ? "-P" : "P") + days + "D");
    lines.add("END:", "VALARM");
  }
  lines.add("END:", kind);
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
    ids.push_back(boost::uuids::to_string(generator(name)) + "@sauro");
  }
  return ids;
}

std::string to_icalendar(const Schedule& schedule, const CalendarFileOptions& options) {
  Lines lines;
  lines.add("BEGIN:", "VCALENDAR");
  lines.add("VERSION:", "2.0");
  lines.add("PRODID:", "-//sauro//schedule//VI");
  lines.add("X-WR-CALNAME:", escaped(schedule.title));
  // the library has no clock: the plan's year stamps what was made from it
  const std::string stamp = std::to_string(schedule.year) + "0101T000000Z";
  const std::vector<std::string> ids = event_ids(schedule);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    detail::poll();
    const ScheduledOccurrence& one = schedule.occurrences[i];
    add_item(lines, schedule.tasks[one.task_place], one, ids[i], stamp, options.alarm_days);
  }
  lines.add("END:", "VCALENDAR");
  return lines.take();
}

}  // namespace sauro::inline v0_1
