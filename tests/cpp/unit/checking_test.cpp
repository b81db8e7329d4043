#include <algorithm>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Plan plan_with(const std::string& row) {
  return read_plan_text("STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n" + row);
}

std::size_t count_of(const Findings& findings, std::string_view rule) {
  return static_cast<std::size_t>(
      std::count_if(findings.findings.begin(), findings.findings.end(),
                    [&](const Finding& one) { return one.rule == rule; }));
}

TEST_CASE("a task that keeps what it promises has no finding but for the authority of its plan") {
  const Findings findings =
      check(plan_with("1\tLập kế hoạch họp dân\tBiên bản\tPhòng Kinh tế\tQuý I"));
  CHECK(count_of(findings, "person.missing") == 0);
  CHECK(findings.clears[0] == 100.0);
  CHECK_FALSE(findings.clears[5].has_value());  // minutes need no decision
  CHECK(findings.clarity.rows() == 1);
}

TEST_CASE("severities are options, and unknown rules an error that names near ones") {
  CheckOptions options;
  options.severities["person.missing"] = Severity::note;
  const Findings findings = check(plan_with("1\tLập kế hoạch họp dân\tBiên bản\t\tQuý I"), options);
  CHECK(std::any_of(findings.findings.begin(), findings.findings.end(), [](const Finding& one) {
    return one.rule == "person.missing" && one.severity == Severity::note;
  }));
  options.severities["person.nobody"] = Severity::off;
  CHECK_THROWS_WITH_AS(static_cast<void>(check({}, options)),
                       doctest::Contains("có person.missing, person.generic"), NotFoundError);
}

TEST_CASE("rules of an application run beside the built-in ones, in the order of the tasks") {
  CheckOptions options;
  options.more.push_back([](const Plan& plan) {
    return std::vector<Finding>{{.rule = "own.first", .task = plan.tasks.front().id}};
  });
  const Findings findings = check(
      plan_with("1\tLập kế hoạch họp dân\tBiên bản\t\tQuý I\n2\tThu ngân sách xã\t\t\t"), options);
  std::vector<std::string> order;
  for (const Finding& one : findings.findings) {
    if (!one.task.empty() && (order.empty() || order.back() != one.task)) order.push_back(one.task);
  }
  CHECK(order.size() == 2);  // the own rule stands among those of the first task
  CHECK(count_of(findings, "own.first") == 1);
}

TEST_CASE("an empty plan has nothing to find and no points") {
  const Findings findings = check({});
  CHECK(findings.findings.empty());
  CHECK_FALSE(findings.points.has_value());
}

}  // namespace
