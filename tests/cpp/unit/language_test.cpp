#include <array>
#include <fstream>
#include <sstream>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

/// Rows of a golden file, without its header.
std::vector<Strings> golden(const std::string& name) {
  std::ifstream file(TEST_DATA "/" + name);
  REQUIRE(file.good());
  std::vector<Strings> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    Strings cells;
    std::size_t at = 0;
    while (at <= line.size()) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      cells.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    rows.push_back(cells);
  }
  return rows;
}

std::string iso(const std::optional<Date>& date) { return date ? date->to_iso() : ""; }

std::string dues(const Timeframe& timeframe) {
  if (timeframe.occurrences.size() > 12) {
    return std::to_string(timeframe.occurrences.size()) + " times";
  }
  std::string text;
  for (const Occurrence& o : timeframe.occurrences) {
    text += (text.empty() ? "" : ",") + o.due.to_iso();
  }
  return text;
}

std::string number(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

}  // namespace

TEST_CASE("timeframes of real plans mean what the golden file says") {
  for (const Strings& row : golden("timeframes.tsv")) {
    CAPTURE(row[0]);
    const Timeframe t = parse_timeframe(row[0], {.year = 2026, .issued = Date(2026, 3, 20)});
    CHECK(t.text == row[0]);
    CHECK(to_string(t.kind) == row[1]);
    CHECK(iso(t.start) == row[2]);
    CHECK(iso(t.due) == row[3]);
    CHECK(t.rule == row[4]);
    CHECK(dues(t) == row[5]);
    CHECK(t.event == row[6]);
  }
}

TEST_CASE("case, dashes, brackets and missing marks don't change a meaning") {
  const TimeframeContext context{.year = 2026, .issued = {}};
  const auto same = [&](std::string_view a, std::string_view b) {
    Timeframe x = parse_timeframe(a, context);
    Timeframe y = parse_timeframe(b, context);
    x.text = y.text = "";
    x.event = y.event = "";
    CAPTURE(a);
    CHECK(x == y);
  };
  same("Quý II/2026", "QUÝ II NĂM 2026");
  same("Quý II/2026", "quí 2 / 2026");
  same("Quý II/2026", "Q2/2026");
  same("giai đoạn 2026 - 2030", "Giai đoạn 2026–2030");
  same("giai đoạn 2026 - 2030", "(GIAI ĐOẠN 2026 — 2030)");
  same("hàng quý", "Hằng Quý.");
  same("thường xuyên", "thuong xuyen");
  same("Trước ngày 15/12/2026", "truoc ngay 15.12.2026");
  same("Trước ngày 15/12/2026", "Trước 15-12-2026;");
}

TEST_CASE("the reading of \"trước ngày D\" is named and can be chosen") {
  const Timeframe practice = parse_timeframe("Trước ngày 15/12/2026");
  CHECK(practice.due == Date(2026, 12, 15));
  CHECK(practice.reading ==
        "\"trước ngày 15/12/2026\" hiểu là chậm nhất ngày đó, theo thực tế; hiểu chặt là đến hết "
        "ngày 14/12/2026");
  const Timeframe strict = parse_timeframe("Trước ngày 15/12/2026",
                                           {.year = {}, .issued = {}, .before_excludes_day = true});
  CHECK(strict.due == Date(2026, 12, 14));
  REQUIRE(practice.alternatives.size() == 1);
  CHECK(practice.alternatives[0].due == strict.due);
  CHECK(practice.alternatives[0].reading == strict.reading);
  REQUIRE(strict.alternatives.size() == 1);
  CHECK(strict.alternatives[0].due == practice.due);
}

TEST_CASE("without a year there are no days, but the kind is known") {
  const Timeframe quarter = parse_timeframe("Quý I");
  CHECK(quarter.kind == TimeframeKind::window);
  CHECK_FALSE(quarter.due.has_value());
  CHECK(quarter.reading == "không rõ năm, nên chưa tính được ngày");
  CHECK(parse_timeframe("Quý I/2026").due == Date(2026, 3, 31));
}

TEST_CASE("a limit from an event keeps its length, unit and direction") {
  const Timeframe after = parse_timeframe("Trong 05 ngày làm việc kể từ ngày nhận văn bản");
  CHECK(after.limit == TimeLimit(5, TimeUnit::working_days));
  CHECK_FALSE(after.before_event);
  const Timeframe before = parse_timeframe("Chậm nhất là 70 ngày trước ngày bầu cử");
  CHECK(before.limit == TimeLimit(70, TimeUnit::days));
  CHECK(before.before_event);
  CHECK(before.event == "ngày bầu cử");
}

TEST_CASE("a time of day belongs to the last day") {
  const Timeframe t = parse_timeframe("Chậm nhất là 17 giờ 00 ngày 30/01/2026");
  CHECK(t.due == Date(2026, 1, 30));
  CHECK(t.due_minute == 17 * 60);
}

TEST_CASE("targets of real plans mean what the golden file says") {
  for (const Strings& row : golden("targets.tsv")) {
    CAPTURE(row[0]);
    const std::vector<Target> targets = parse_target(row[0]);
    const std::size_t at = std::stoul(row[1]);
    REQUIRE(at < targets.size());
    const Target& t = targets[at];
    std::string value = t.value ? number(*t.value) : "";
    if (t.upper) value += ".." + number(*t.upper) + (t.upper_excluded ? ")" : "");
    std::string marks = t.direction;
    if (t.stretch) marks += (marks.empty() ? "" : " ") + std::string("stretch");
    if (t.approximate) marks += (marks.empty() ? "" : " ") + std::string("about");
    CHECK(to_string(t.kind) == row[2]);
    CHECK(to_string(t.comparison) == row[3]);
    CHECK(value == row[4]);
    CHECK(t.unit == row[5]);
    CHECK(t.of == row[6]);
    CHECK(marks == row[7]);
    CHECK(t.baseline == row[8]);
    CHECK(t.period == row[9]);
    CHECK((t.scope.empty() ? t.grade : t.scope) == row[10]);
  }
}

TEST_CASE("running text gives its targets, not the numbers of documents and dates") {
  CHECK(find_targets("Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, Kế hoạch số 78/KH-UBND "
                     "giai đoạn 2026 - 2030 tại 08 lĩnh vực, 3 nhiệm vụ của Quý II năm 2026")
            .empty());
  const std::vector<Target> targets = find_targets(
      "Theo Quyết định số 766/QĐ-TTg, 100% hồ sơ TTHC được số hóa; tổ chức ít nhất 03 cuộc/năm");
  REQUIRE(targets.size() == 2);
  CHECK(targets[0].of == "hồ sơ TTHC được số hóa");
  CHECK(targets[1].value == 3);
  CHECK(targets[1].period == "year");
}

TEST_CASE("an indicator lends its unit to its targets") {
  const Plan plan = read_text(
      "TT¦Chỉ tiêu¦Đơn vị tính¦Đến năm 2030\n"
      "1¦Chỉ số phát triển¦Thứ bậc¦≤ 3 Đông Nam Á; ≤ 50 Thế giới\n"
      "2¦Kinh tế số¦% GRDP¦≥ 30\n");
  REQUIRE(plan.indicators.size() == 2);
  const auto& ranks = plan.indicators[0].targets[0].targets;
  REQUIRE(ranks.size() == 2);
  CHECK(ranks[0].scope == "Đông Nam Á");
  CHECK(ranks[1].kind == TargetKind::rank);
  CHECK(plan.indicators[1].targets[0].targets[0].unit == "% GRDP");
  CHECK(plan.indicators[1].targets[0].targets[0].comparison == Comparison::at_least);
}

TEST_CASE("any text, however long or odd, is read in linear time and never guessed") {
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "Quý I, ";
  CHECK(parse_timeframe(many, {.year = 2026, .issued = {}}).kind == TimeframeKind::unparsed);
  CHECK(parse_timeframe(" \t- ").kind == TimeframeKind::unparsed);
  CHECK(parse_timeframe("").kind == TimeframeKind::unstated);
  CHECK(parse_timeframe("99999999999999999999/2026").kind == TimeframeKind::unparsed);
  CHECK(parse_target(std::string(100'000, '1')).size() == 1);
  std::string lead;
  for (int i = 0; i < 20'000; ++i) lead += "đạt từ ";
  CHECK(parse_target(lead).front().kind == TargetKind::not_measurable);
}
