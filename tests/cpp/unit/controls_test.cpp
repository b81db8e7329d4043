#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reading_helpers.hpp"
#include "text/letters.hpp"

using namespace sauro;

namespace {

std::string utf8(char32_t c) {
  std::string text;
  detail::append_utf8(text, c);
  return text;
}

/// Whether XML 1.0 may hold a character (its production 2).
bool is_xml(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

/// All code points but surrogates, in texts of a plane's 4096 each.
std::vector<std::string> all_code_points() {
  std::vector<std::string> texts;
  for (char32_t first = 0; first <= 0x10FFFF; first += 0x1000) {
    std::string& text = texts.emplace_back();
    for (char32_t c = first; c < first + 0x1000; ++c) {
      if (!is_surrogate(c)) text += utf8(c);
    }
  }
  return texts;
}

bool all_are_xml(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint c = detail::decode(text, at);
    if (!is_xml(c.value)) return false;
    at += c.size;
  }
  return true;
}

Schedule schedule_of(const std::string& text) {
  Schedule made;
  made.title = text;
  made.year = 2026;
  ScheduledTask task;
  task.id = "1";
  task.title = text;
  task.product = text;
  task.lead_names = {text};
  made.tasks = {task};
  ScheduledOccurrence one;
  one.occurrence = text;
  one.reading = text;
  one.due = Date(2026, 3, 31);
  made.occurrences = {one};
  return made;
}

}  // namespace

TEST_CASE("what is shown of any character is XML, and the same again when it is shown once more") {
  for (const std::string& text : all_code_points()) {
    const std::string shown = visible_text(text);
    CHECK(all_are_xml(shown));
    CHECK(visible_text(shown) == shown);
    CHECK(all_are_xml(without_controls(text)));
    CHECK_FALSE(has_controls(shown));
    CHECK(has_controls(text) == (without_controls(text) != text));
  }
  CHECK(visible_text("Phòng Kinh tế – “95%”\tđạt\r\n") == "Phòng Kinh tế – “95%”\tđạt\r\n");
  CHECK(visible_text("a\x01\x7F"
                     "b\xC2\x85\xEF\xBF\xBF") == "a␁␡b‹U+0085›\xEF\xBF\xBD");
  CHECK(visible_text("\xE2\x80\xAEgpj.exe") == "‹U+202E›gpj.exe");
}

TEST_CASE("project files are well-formed for any character, calendars hold no control") {
  const WorkingCalendar calendar = WorkingCalendar::vietnam();
  for (const std::string& text : all_code_points()) {
    const Schedule schedule = schedule_of(text);
    const std::string xml = to_project_xml(schedule, calendar);
    pugi::xml_document document;
    REQUIRE(document.load_string(xml.c_str()));
    CHECK(all_are_xml(xml));
    CHECK(xml.find("&#") == std::string::npos);
    CHECK_FALSE(has_controls(to_icalendar(schedule)));
  }
}

TEST_CASE("a document's controls are dropped, and a remark names the place") {
  const auto check_slip = [](const Plan& plan, std::string_view shown, std::string_view meant) {
    REQUIRE_FALSE(plan.slips.empty());
    CHECK(plan.slips[0].text == shown);
    CHECK(plan.slips[0].suggestion == meant);
    REQUIRE(plan.tasks.size() == 1);
    CHECK(plan.tasks[0].title == "Ban hành kế hoạch");
  };
  const Plan lines = read_rows("1¦Ban h\x01ành kế hoạch¦Kế hoạch¦Công an xã¦¦Quý I\n");
  check_slip(lines, "h␁ành", "hành");
  CHECK(lines.slips[0].span.line == 2);
  const std::string rows =
      "<table><tr><td>STT<td>Nhiệm vụ<td>Sản phẩm<td>Cơ quan chủ trì<td>Thời gian"
      "<tr><td>1<td>Ban hành kế ho&#xFFFE;ạch<td>Kế hoạch<td>Công an xã<td>Quý I</table>";
  check_slip(read_text(rows, Format::html), "ho\xEF\xBF\xBDạch", "hoạch");

  Grid grid;
  grid.columns = {"STT", "Nhiệm vụ", "Thời gian"};
  grid.rows = {{"row 2", {"1", "Ban hành\x07 kế hoạch", "Quý I"}, {}}};
  check_slip(plan_of_grid(grid, Document{}), "hành␇", "hành");
}

TEST_CASE("JSON with controls: dropped from a plan with a remark, refused elsewhere at its place") {
  Plan plan = read_rows("1¦Ban hành kế hoạch¦Kế hoạch¦Công an xã¦¦Quý I\n");
  std::string json = to_json(plan);
  json.replace(json.find("Ban hành"), std::string_view("Ban hành").size(), "Ban h\\u0000ành");
  const Plan read = plan_from_json(json);
  CHECK(read.tasks[0].title == "Ban hành kế hoạch");
  REQUIRE(read.slips.size() == 1);
  CHECK(read.slips[0] == Slip{"h␀ành", "hành", Span{"/tasks/0/title", 0, 0, 0}});

  const auto place = [](auto read_it) {
    try {
      read_it();
    } catch (const ValidationError& error) {
      CHECK(error.message_en().starts_with("holds controls"));
      return error.where();
    }
    return std::string("taken");
  };
  std::string due = to_json(schedule(plan, WorkingCalendar::vietnam(), {.year = 2026}));
  due.replace(due.find("Ban hành"), std::string_view("Ban").size(), "B\\u001fn");
  CHECK(place([&] { (void)schedule_from_json(due); }) == "/tasks/0/title");
  CHECK(place([] {
          (void)progress_from_json(R"([{"task": "1", "date": "2026-01-01", "who": "\uffff"}])");
        }) == "/0/who");
}

TEST_CASE("rows of a log whose cells hold controls are refused with their place") {
  ProgressOptions options;
  options.on_problem = OnProblem::keep;
  const Progress log =
      read_progress_text("task,date,result\n1,2026-01-01,\x1Bxong\n2,2026-01-02,xong\n", options);
  REQUIRE(log.problems.size() == 1);
  CHECK(log.problems[0].where == "row 2");
  CHECK(log.problems[0].message_en == "holds controls: \"␛xong\"; leave them out");
  CHECK(log.entries.size() == 1);
}
