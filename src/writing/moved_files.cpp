#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "sauro/core/error.hpp"
#include "sauro/scheduling/moved_days.hpp"
#include "sauro/writing/calendar_file.hpp"
#include "sauro/writing/project_xml.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "core/say.hpp"
#include "writing/calendar_items.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::CalendarItem;
using detail::say;

/// The day at the beginning of a text, in the pattern of ISO 8601 with or without hyphens.
std::optional<Date> day_at_front(std::string_view text) {
  std::string digits;
  for (const char c : text.substr(0, 10)) {
    if (c == '-') continue;
    if (c < '0' || c > '9') break;
    digits += c;
  }
  if (digits.size() < 8) return std::nullopt;
  try {
    return Date::from_iso(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" +
                          digits.substr(6, 2));
  } catch (const Error&) {  // the calendar has no such day
    return std::nullopt;
  }
}

Bilingual no_day(std::string_view text) {
  return say("'{}' không phải là ngày", "'{}' is no day", text);
}

/// What a project file says of a task.
struct Finish {
  std::string name;
  std::string day;
};

std::map<unsigned, Finish> finishes_of(std::string_view text) {
  if (text.find("<!DOCTYPE") != std::string_view::npos ||
      text.find("<!ENTITY") != std::string_view::npos) {
    throw ParseError(ErrorCode::xml_doctype, "",
                     Bilingual{"tệp dự án không được khai báo kiểu tài liệu (DOCTYPE)",
                               "a project file has no document type"});
  }
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size());
  if (!result) {
    throw ParseError(ErrorCode::xml_malformed, "",
                     say("XML sai cú pháp: {}", "not well-formed XML: {}", result.description()));
  }
  std::map<unsigned, Finish> finishes;
  for (const pugi::xml_node task : document.child("Project").child("Tasks").children("Task")) {
    detail::poll();
    finishes[task.child("UID").text().as_uint()] = {task.child("Name").text().get(),
                                                    task.child("Finish").text().get()};
  }
  return finishes;
}

}  // namespace

Schedule moved_by_icalendar(const Schedule& schedule, std::string_view text) {
  std::map<std::string, std::size_t> places;
  std::vector<std::optional<Date>> dues;
  for (const std::string& id : event_ids(schedule)) {
    places[id] = dues.size();
    dues.push_back(schedule.occurrences[dues.size()].due);
  }
  detail::ProblemList problems(ErrorCode::invalid_option);
  for (const CalendarItem& one : detail::calendar_items(text)) {
    detail::poll();
    if (!one.is_event || one.is_cancelled) continue;
    const auto place = places.find(one.id);
    const std::optional<Date> day = day_at_front(one.start);
    if (place == places.end()) {
      problems.add("UID", say("sự kiện {} thuộc lịch thực hiện khác",
                              "the event {} is of another schedule", one.id));
    } else if (!day) {
      problems.add(one.id, no_day(one.start));
    } else {
      dues[place->second] = day;
    }
  }
  problems.throw_if_any();
  return with_dues(schedule, dues, "dời trong lịch");
}

Schedule moved_by_project_xml(const Schedule& schedule, std::string_view text) {
  const std::map<unsigned, Finish> finishes = finishes_of(text);
  std::vector<std::optional<Date>> dues;
  detail::ProblemList problems(ErrorCode::invalid_option);
  for (const ScheduledOccurrence& one : schedule.occurrences) {
    detail::poll();
    const std::string& task = schedule.tasks[one.task_place].id;
    const std::size_t uid = dues.size() + 1;
    const auto found = finishes.find(static_cast<unsigned>(uid));
    dues.push_back(one.due);
    if (found == finishes.end()) continue;
    const auto& [name, finish] = found->second;
    dues.back() = day_at_front(finish);
    const std::string where = "Task " + std::to_string(uid);
    if (!name.empty() && name != one.occurrence && !name.starts_with(task + " ")) {
      problems.add(where, say("là '{}', cần '{}' hoặc {}", "it is '{}', expected '{}' or {}", name,
                              one.occurrence, task));
    } else if (!finish.empty() && !dues.back()) {
      problems.add(where, no_day(finish));
    }
  }
  problems.throw_if_any();
  return with_dues(schedule, dues, "dời trong tệp dự án");
}

}  // namespace sauro::inline v0_1
