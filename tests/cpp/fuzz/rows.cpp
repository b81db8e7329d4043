// Rows from outside, as CSV: a log, inputs of a framework, a register of tasks; calendar and
// project files whose days were moved. Read, or refused with the library's own errors.
#include <cstdint>
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>

#include "outcome.hpp"

namespace {

const sauro::Schedule& schedule() {
  static const sauro::Schedule made = [] {
    sauro::Document head;
    head.kind = "KH";
    head.number = "5/KH-UBND";
    head.date = sauro::Date(2026, 1, 15);
    const sauro::Plan plan = sauro::plan_of_grid(
        sauro::read_csv_text("STT;Nhiệm vụ;Sản phẩm;Cơ quan chủ trì;Thời gian\n"
                             "1;Ban hành kế hoạch;Kế hoạch;Công an xã;Quý I\n"
                             "2;Rà soát thủ tục;Danh mục;Phòng Kinh tế;Hằng quý\n"),
        head);
    return sauro::schedule(plan, sauro::WorkingCalendar::vietnam());
  }();
  return made;
}

void read_log(std::string_view bytes) {
  sauro::ProgressOptions options;
  options.on_problem = sauro::OnProblem::keep;
  options.on = sauro::Date(2026, 7, 1);
  const sauro::Progress log = sauro::read_progress_text(bytes, options);
  const sauro::Progress again = sauro::progress_from_json(sauro::to_json(log, -1));
  require(again.entries.size() == log.entries.size());
  sauro::TrackOptions tracking;
  tracking.on_problem = sauro::OnProblem::keep;
  static const sauro::WorkingCalendar calendar = sauro::WorkingCalendar::vietnam();
  static_cast<void>(
      sauro::track(schedule(), log, sauro::Date(2026, 7, 10), calendar, tracking).table());
}

void read_inputs(std::string_view bytes) {
  static const sauro::Framework framework = sauro::load_framework("commune-example");
  const sauro::Inputs inputs = sauro::read_inputs(sauro::read_csv_text(bytes), framework);
  for (const sauro::InputColumn& one : inputs.columns) {
    require(one.values.size() == static_cast<std::int64_t>(inputs.rows()));
  }
  if (inputs.rows() > 200) return;
  sauro::ScoreOptions options;
  options.on_problem = sauro::OnProblem::keep;
  options.threads = 1;
  static_cast<void>(sauro::score(framework, inputs, options).low());
}

void read_register(std::string_view bytes) {
  const sauro::Plan plan = sauro::plan_of_grid(sauro::read_csv_text(bytes), sauro::Document{});
  require(plan.coverage.lost() == 0);
  require(sauro::plan_from_json(sauro::to_json(plan, -1)) == plan);
}

void read_criteria(std::string_view bytes) {
  sauro::ReadOptions options;
  options.format = sauro::Format::csv;
  const sauro::FrameworkDraft draft = sauro::read_framework_text(bytes, options);
  for (const sauro::RuleDraft& rule : draft.rules) {
    require((rule.state == sauro::RuleState::unread) == !rule.why.empty());
    static_cast<void>(draft.framework.criterion(rule.code));
  }
  require(sauro::framework_from_json(sauro::to_json(draft.framework)) == draft.framework);
}

void read_moved(std::string_view bytes) {
  static_cast<void>(sauro::moved_by_rows(schedule(), sauro::read_csv_text(bytes)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with('<')) {
    attempt([&] { static_cast<void>(sauro::moved_by_project_xml(schedule(), bytes)); });
  } else if (bytes.starts_with("BEGIN")) {
    attempt([&] { static_cast<void>(sauro::moved_by_icalendar(schedule(), bytes)); });
  } else {
    attempt([&] { read_log(bytes); });
    attempt([&] { read_inputs(bytes); });
    attempt([&] { read_register(bytes); });
    attempt([&] { read_criteria(bytes); });
    attempt([&] { read_moved(bytes); });
  }
  return 0;
}
