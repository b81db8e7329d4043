#include <map>
#include <set>

#include <pugixml.hpp>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Schedule example() {
  return schedule(read_plan(EXAMPLES "/ke-hoach-phu-my.txt"), WorkingCalendar::vietnam());
}

/// The content lines of a calendar file, unfolded as RFC 5545, section 3.1 says.
std::vector<std::string> content_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    REQUIRE(end - at <= 75);
    const std::string line = text.substr(at, end - at);
    REQUIRE_FALSE(find_invalid_utf8(line));  // no letter is cut
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
    at = end + 2;
  }
  return lines;
}

std::vector<std::string> values_of(const std::vector<std::string>& lines, const std::string& name) {
  std::vector<std::string> values;
  for (const std::string& line : lines) {
    if (line.starts_with(name)) values.push_back(line.substr(name.size()));
  }
  return values;
}

TEST_CASE("a calendar file has an event for each due day and a to-do where there is none") {
  const Schedule made = example();
  const std::vector<std::string> lines = content_lines(to_icalendar(made, {7}));
  std::vector<std::string> dues;
  std::size_t undated = 0;
  for (const ScheduledOccurrence& one : made.occurrences) {
    if (!one.due) {
      ++undated;
      continue;
    }
    std::string day = one.due->to_iso();
    std::erase(day, '-');
    dues.push_back(day);
  }
  CHECK(values_of(lines, "DTSTART;VALUE=DATE:") == dues);
  CHECK(values_of(lines, "BEGIN:VTODO").size() == undated);
  CHECK(values_of(lines, "TRIGGER:") == std::vector<std::string>(dues.size(), "-P7D"));
  CHECK(lines.front() == "BEGIN:VCALENDAR");
  CHECK(lines.back() == "END:VCALENDAR");
}

TEST_CASE("identifiers of events are unique and hold from one version to the next") {
  const Schedule made = example();
  const std::vector<std::string> ids = event_ids(made);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == made.occurrences.size());
  Schedule small;
  small.title = "KH 1/KH-UBND";
  small.year = 2026;
  small.tasks = {{"1", "Họp dân", 0, "", "", "", {}, {}, {}, {}, ""}};
  small.occurrences = {{0, "Quý I/2026"}};
  // UUID version 5 of "KH 1/KH-UBND/2026/1/Quý I/2026" in the name space of URLs
  CHECK(event_ids(small) == std::vector<std::string>{"21e72072-e6ba-5097-b473-5c121e2593de@sauro"});
}

TEST_CASE("texts of a calendar file are escaped as the standard asks") {
  Schedule small;
  small.title = "KH";
  small.year = 2026;
  small.tasks = {
      {"1", "Họp; bàn, quyết\\nghị\nhai dòng\x01", 0, "I", "", "", {"a-b"}, {"A, B"}, {}, {}, ""}};
  small.occurrences = {{0, "Quý I", {}, Date(2026, 3, 31)}};
  const std::vector<std::string> lines = content_lines(to_icalendar(small));
  CHECK(values_of(lines, "SUMMARY:") ==
        std::vector<std::string>{"1 Họp\\; bàn\\, quyết\\\\nghị\\nhai dòng (Quý I)"});
  CHECK(values_of(lines, "CATEGORIES:") == std::vector<std::string>{"A\\, B,I"});
}

TEST_CASE("a project file has every occurrence with its due day and links that lead somewhere") {
  const Schedule made = example();
  pugi::xml_document document;
  REQUIRE(document.load_string(to_project_xml(made, WorkingCalendar::vietnam()).c_str()));
  std::vector<std::string> dues;
  std::set<std::string> ids;
  const pugi::xml_node tasks = document.child("Project").child("Tasks");
  for (const pugi::xml_node task : tasks.children("Task")) {
    ids.insert(task.child("UID").text().get());
    if (std::string(task.child("Summary").text().get()) == "0") {
      dues.push_back(std::string(task.child("Finish").text().get()).substr(0, 10));
    }
  }
  std::vector<std::string> wanted;
  for (const ScheduledOccurrence& one : made.occurrences) {
    wanted.push_back(one.due ? one.due->to_iso() : "");
  }
  CHECK(dues == wanted);
  for (const pugi::xml_node task : tasks.children("Task")) {
    for (const pugi::xml_node link : task.children("PredecessorLink")) {
      CHECK(ids.contains(link.child("PredecessorUID").text().get()));
    }
  }
}

TEST_CASE("worked Saturdays and days off of the week are exceptions of a project's calendar") {
  const std::string text = to_project_xml(example(), WorkingCalendar::vietnam());
  pugi::xml_document document;
  REQUIRE(document.load_string(text.c_str()));
  std::map<std::string, std::string> worked;
  const pugi::xml_node calendar =
      document.child("Project").child("Calendars").child("Calendar").child("Exceptions");
  for (const pugi::xml_node one : calendar.children("Exception")) {
    const std::string day = one.child("TimePeriod").child("FromDate").text().get();
    worked[day.substr(0, 10)] = one.child("DayWorking").text().get();
  }
  CHECK(worked["2026-01-10"] == "1");
  CHECK(worked["2026-02-17"] == "0");
  CHECK(worked["2026-09-02"] == "0");
  CHECK_FALSE(worked.contains("2026-01-11"));
}

}  // namespace
