#include "writing/calendar_items.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/poll.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// A content line of a calendar file (RFC 5545, section 3.1): its parameters aren't needed.
struct ContentLine {
  std::string name;
  std::string value;
};

ContentLine content_line(std::string_view line) {
  ContentLine parts;
  bool quoted = false;
  bool in_name = true;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"') quoted = !quoted;
    if (c == ':' && !quoted) {
      parts.value = line.substr(i + 1);
      return parts;
    }
    in_name = in_name && c != ';';
    if (in_name) parts.name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return parts;
}

/// Lines without their ends; one that begins with a space goes on with the line before it.
std::vector<ContentLine> content_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    detail::poll();
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!lines.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
      lines.back() += line.substr(1);
    } else {
      lines.emplace_back(line);
    }
  }
  std::vector<ContentLine> parts;
  parts.reserve(lines.size());
  for (const std::string& line : lines) {
    detail::poll();
    parts.push_back(content_line(line));
  }
  return parts;
}

int whole_number(std::string_view text) {
  constexpr int most = 1'000'000'000;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, most);
}

void take(CalendarItem& item, const ContentLine& line) {
  if (line.name == "UID") item.id = line.value;
  if (line.name == "DTSTART") item.start = line.value;
  if (line.name == "SUMMARY") item.summary = line.value;
  if (line.name == "DTSTAMP") item.stamp = line.value;
  if (line.name == "SEQUENCE") item.sequence = whole_number(line.value);
  if (line.name == "STATUS") item.is_cancelled = line.value == "CANCELLED";
}

}  // namespace

std::vector<CalendarItem> calendar_items(std::string_view text) {
  std::vector<CalendarItem> items;
  std::vector<std::string> open;
  bool is_calendar = false;
  const auto inside = [&] {
    return std::any_of(open.begin(), open.end(),
                       [](const auto& name) { return name == "VEVENT" || name == "VTODO"; });
  };
  for (const ContentLine& line : content_lines(text)) {
    poll();
    const bool is_own = !open.empty() && (open.back() == "VEVENT" || open.back() == "VTODO");
    if (line.name == "BEGIN") {
      if (!inside() && (line.value == "VEVENT" || line.value == "VTODO")) {
        items.emplace_back().is_event = line.value == "VEVENT";
      }
      open.push_back(line.value);
      is_calendar = is_calendar || line.value == "VCALENDAR";
    } else if (line.name == "END") {
      if (!open.empty()) open.pop_back();
    } else if (is_own) {
      take(items.back(), line);
    }
    if (!inside() || line.name == "DTSTAMP" || line.name == "SEQUENCE") continue;
    items.back().content += line.name + ":" + line.value + "\n";
  }
  if (!is_calendar) {
    throw ParseError(ErrorCode::unknown_format, "",
                     Bilingual{"không phải tệp iCalendar", "no iCalendar file"});
  }
  return items;
}

}  // namespace sauro::inline v0_1::detail
