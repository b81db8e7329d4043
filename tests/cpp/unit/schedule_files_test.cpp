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

std::string replaced(std::string text, const std::string& old, const std::string& fresh) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), fresh);
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
  CHECK(values_of(lines, "TRIGGER:") ==
        std::vector<std::string>(dues.size(), "-P6DT16H30M"));  // 07:30
  CHECK(lines.front() == "BEGIN:VCALENDAR");
  CHECK(lines.back() == "END:VCALENDAR");
}

TEST_CASE("alarms ring when the office opens, so many working days before") {
  Schedule made = example();
  made.occurrences.resize(1);
  made.occurrences[0].due = Date(2026, 2, 23);  // the Monday after Tết
  const auto trigger = [&](const CalendarFileOptions& options) {
    return values_of(content_lines(to_icalendar(made, options)), "TRIGGER:").at(0);
  };
  CalendarFileOptions options{.alarm_days = 1, .calendar = WorkingCalendar::vietnam()};
  CHECK(trigger(options) == "-P9DT16H30M");  // Friday 13/2 at 07:30
  options.hours = WorkingHours::load("ministry");
  CHECK(trigger(options) == "-P9DT16H");
  options.alarm_days = 0;
  CHECK(trigger(options) == "PT8H");
  made.occurrences[0].due_minute = 16 * 60 + 30;
  CHECK(trigger(options) == "-PT8H30M");
  const std::vector<std::string> lines = content_lines(to_icalendar(made, options));
  CHECK(values_of(lines, "DTSTART:") == std::vector<std::string>{"20260223T163000"});
  CHECK(values_of(lines, "DTSTART;VALUE=DATE:").empty());
}

TEST_CASE("a later file numbers what changed, keeps what didn't and cancels what is gone") {
  const Schedule made = example();
  const std::string first = to_icalendar(made, {.as_of = Date(2026, 3, 1)});
  const auto again = [&](const Schedule& schedule, const std::string& before) {
    return to_icalendar(schedule, {.as_of = Date(2026, 4, 1), .previous = before});
  };
  CHECK(again(made, first) == first);
  Schedule later = made;
  later.occurrences[0].due = Date(2026, 12, 1);
  const ScheduledOccurrence gone = later.occurrences.back();
  later.occurrences.pop_back();
  const std::string second = again(later, first);
  const std::vector<std::string> lines = content_lines(second);
  const auto count = [&](const std::string& name, const std::string& value) {
    const auto values = values_of(lines, name);
    return std::count(values.begin(), values.end(), value);
  };
  const auto all = static_cast<std::ptrdiff_t>(made.occurrences.size());
  CHECK(count("SEQUENCE:", "1") == 2);
  CHECK(count("SEQUENCE:", "0") == all - 2);
  CHECK(count("DTSTAMP:", "20260401T000000Z") == 2);
  CHECK(count("STATUS:", "CANCELLED") == 1);
  CHECK(again(later, second) == second);  // what is cancelled stays so
  CHECK(moved_by_icalendar(later, second) == later);
  CHECK(values_of(content_lines(again(made, second)), "STATUS:").empty());
  CHECK_THROWS_AS((void)again(made, "hello"), ParseError);
  // what others have put into the file isn't ours to cancel
  const std::string other = replaced(first, "END:VCALENDAR",
                                     "BEGIN:VEVENT\r\nUID:tea@home\r\nEND:VEVENT\r\nEND:VCALENDAR");
  CHECK(again(made, other) == first);
}

TEST_CASE("years whose holidays no decision has fixed are said once") {
  Schedule made = example();
  CHECK(made.projected.empty());
  CHECK(to_icalendar(made).find("X-WR-CALDESC") == std::string::npos);
  made.projected = {2027, 2028};
  CHECK(schedule_from_json(to_json(made)) == made);
  const std::vector<std::string> lines = content_lines(to_icalendar(made));
  CHECK(values_of(lines, "X-WR-CALDESC:").at(0).ends_with("2027\\, 2028"));
  const WorkingCalendar civil = WorkingCalendar::vietnam();
  CHECK_FALSE(civil.is_projected(2026));
  CHECK(civil.is_projected(2027));
  CHECK(WorkingCalendar::vietnam({.known_on = Date(2025, 1, 1)}).is_projected(2026));
  CHECK_FALSE(WorkingCalendar::custom({.first_year = 2027, .last_year = 2027}).is_projected(2027));
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
        std::vector<std::string>{"1 Họp\\; bàn\\, quyết\\\\nghị\\nhai dòng␁ (Quý I)"});
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

/// The English text of each problem; none where nothing is refused.
template <class Read>
std::vector<std::string> problems_of(Read read) {
  std::vector<std::string> texts;
  try {
    static_cast<void>(read());
  } catch (const Error& error) {
    for (const Problem& one : error.problems()) texts.push_back(to_text(one, true));
  }
  return texts;
}

TEST_CASE("days that were moved in a calendar come back") {
  const Schedule made = example();
  const std::string text = to_icalendar(made);
  CHECK(moved_by_icalendar(made, text) == made);
  const std::string day = "DTSTART;VALUE=DATE:20260415";
  for (const char* moved : {"DTSTART;VALUE=DATE:20260420", "dtstart:20260420",
                            "DTSTART;TZID=\"Asia/Ho_Chi_Minh:7\":20260420T083000",
                            "DTST\r\n ART:20260420T013000Z", "X-A:1\nDTSTART:\n\t20260420"}) {
    const Schedule again = moved_by_icalendar(made, replaced(text, day, moved));
    std::size_t changed = 0;
    for (std::size_t i = 0; i < made.occurrences.size(); ++i) {
      if (again.occurrences[i] == made.occurrences[i]) continue;
      ++changed;
      CHECK(again.occurrences[i].due == Date(2026, 4, 20));
      CHECK(again.occurrences[i].reading.ends_with("dời trong lịch"));
    }
    CHECK(changed == 1);
  }
}

TEST_CASE("an alarm's members are not those of its event") {
  const Schedule made = example();
  const std::string text = replaced(to_icalendar(made), "BEGIN:VALARM\r\n",
                                    "BEGIN:VALARM\r\nUID:x\r\nDTSTART:20300101\r\n");
  CHECK(moved_by_icalendar(made, text) == made);
}

TEST_CASE("what is no calendar, other events and days that are none are refused") {
  const Schedule made = example();
  const auto faults = [&](const std::string& text) {
    return problems_of([&] { return moved_by_icalendar(made, text); });
  };
  CHECK(faults("xin chào") == std::vector<std::string>{"no iCalendar file"});
  const std::string event =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:" + event_ids(made)[0] +
      "\nDTSTART:20260230\nEND:VEVENT\nEND:VCALENDAR";
  CHECK(faults(event) == std::vector<std::string>{"UID: the event a is of another schedule",
                                                  event_ids(made)[0] + ": '20260230' is no day"});
  CHECK(faults("BEGIN:VCALENDAR").empty());
}

TEST_CASE("days that were moved in a project file come back") {
  const Schedule made = example();
  const std::string text = to_project_xml(made, WorkingCalendar::vietnam());
  CHECK(moved_by_project_xml(made, text) == made);
  const std::string xml =
      "<Project><Tasks><Task><UID>1</UID><Finish>2026-04-09T17:00:00</Finish></Task></Tasks></"
      "Project>";
  CHECK(moved_by_project_xml(made, xml).occurrences[0].due == Date(2026, 4, 9));
  CHECK_FALSE(
      moved_by_project_xml(made, replaced(xml, "2026-04-09T17:00:00", "")).occurrences[0].due);
  const auto faults = [&](const std::string& bad) {
    return problems_of([&] { return moved_by_project_xml(made, bad); });
  };
  CHECK(faults(replaced(xml, "2026-04-09", "9/4/2026")) ==
        std::vector<std::string>{"Task 1: '9/4/2026T17:00:00' is no day"});
  CHECK(faults(replaced(xml, "</UID>", "</UID><Name>9.9 Khác</Name>"))[0].starts_with(
      "Task 1: it is '9.9 Khác', expected "));
  CHECK(faults("<Project")[0].starts_with("not well-formed XML: "));
  CHECK(faults("<!DOCTYPE x><x/>") ==
        std::vector<std::string>{"a project file has no document type"});
}

TEST_CASE("due days come back from the rows of a spreadsheet") {
  const Schedule made = example();
  const auto moved = [&](const std::string& csv) {
    return moved_by_rows(made, read_csv_text(csv, {.name = "lich.csv"}));
  };
  const std::string csv = to_csv(occurrences_table(made));
  CHECK(moved(csv) == made);
  const std::string row = made.occurrences[0].task + "," + made.occurrences[0].occurrence + ",";
  const std::string head = "task,occurrence,due\n";
  CHECK(moved(head + row + "20/04/2026").occurrences[0].due == Date(2026, 4, 20));
  CHECK_FALSE(moved(head + row).occurrences[0].due);
  CHECK(problems_of([&] { return moved(head + row + "x\n9.9,Quý I,\n" + row); }) ==
        std::vector<std::string>{
            "lich.csv, row 2: 'x' is no day; expected 2026-12-31 or 31/12/2026",
            "lich.csv, row 3: 9.9 'Quý I' is of another schedule, or comes twice",
            "lich.csv, row 4: " + made.occurrences[0].task + " '" + made.occurrences[0].occurrence +
                "' is of another schedule, or comes twice"});
  CHECK(problems_of([&] { return moved("task\n"); }) ==
        std::vector<std::string>{"lich.csv: no column 'occurrence'", "lich.csv: no column 'due'"});
  CHECK(problems_of([&] { return with_dues(made, {}, ""); }).size() == 1);
}

}  // namespace
