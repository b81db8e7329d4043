#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sauro/reading/corrections.hpp"
#include "sauro/text/fold.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1 {
namespace {

/// Asks what the columns of a header hold, once for each name.
void ask(const std::vector<std::string>& header, Corrections& doubts,
         std::unordered_set<std::string>& asked) {
  for (const std::string& name : header) {
    if (!name.empty() && asked.insert(fold(name)).second) doubts.columns.push_back({name, {}});
  }
}

/// Columns that were taken for what they hold, and headers of tables that may list tasks and
/// weren't understood: those that look so and, where nothing was found, all.
void add_columns(const Plan& plan, Corrections& doubts) {
  std::unordered_set<std::string> asked;
  std::unordered_set<std::string> places;
  for (const Remark& remark : plan.remarks) {
    if (remark.kind == RemarkKind::header) places.insert(detail::to_text(remark.span));
    if (remark.kind == RemarkKind::column) ask({remark.chosen}, doubts, asked);
  }
  const bool nothing = plan.tasks.empty() && plan.indicators.empty();
  for (const SourceTable& table : plan.tables) {
    const bool doubtful = nothing || places.contains(detail::to_text(table.span));
    if (doubtful && !table.rows.empty()) ask(table.rows.front(), doubts, asked);
  }
}

/// What a field of a task says as a whole.
const std::string& written(const Task& task, CorrectedField field) {
  switch (field) {
    case CorrectedField::product:
      return task.product;
    case CorrectedField::lead:
      return task.lead;
    case CorrectedField::coordinator:
      return task.coordinator;
    case CorrectedField::timeframe:
      return task.timeframe.text;
    default:
      return task.title;
  }
}

const std::string& written(const Indicator& one, CorrectedField field) {
  if (field == CorrectedField::unit) return one.unit;
  return field == CorrectedField::owner ? one.owner : one.name;
}

/// The tasks, indicators and duties by their ids.
class Listed {
 public:
  explicit Listed(const Plan& plan) {
    for (const Task& task : plan.tasks) tasks_.emplace(task.id, &task);
    for (const Indicator& one : plan.indicators) indicators_.emplace(one.id, &one);
    for (const Duty& duty : plan.duties) duties_.emplace(duty.id, &duty);
  }

  /// A field of the one of this id, as a whole.
  [[nodiscard]] std::string text(std::string_view id, CorrectedField field,
                                 const std::string& otherwise = "") const {
    if (const auto task = tasks_.find(id); task != tasks_.end()) {
      return written(*task->second, field);
    }
    if (const auto duty = duties_.find(id); duty != duties_.end()) {
      return field == CorrectedField::title ? duty->second->title : otherwise;
    }
    const auto one = indicators_.find(id);
    return one == indicators_.end() ? otherwise : written(*one->second, field);
  }

 private:
  std::unordered_map<std::string_view, const Task*> tasks_;
  std::unordered_map<std::string_view, const Indicator*> indicators_;
  std::unordered_map<std::string_view, const Duty*> duties_;
};

void add_row(const Remark& remark, Corrections& doubts) {
  const bool joined = remark.kind == RemarkKind::joined_row;
  const RowMeaning read = joined ? RowMeaning::joined : RowMeaning::own;
  const RowMeaning other = joined ? RowMeaning::own : RowMeaning::joined;
  const auto name = [](RowMeaning meaning) { return std::string(to_string(meaning)); };
  doubts.list.push_back({remark.task,
                         remark.chosen,
                         CorrectedField::row,
                         name(read),
                         {name(other), name(RowMeaning::none)},
                         {}});
}

}  // namespace

Corrections doubts(const Plan& plan) {
  Corrections doubts;
  const Listed listed(plan);
  add_columns(plan, doubts);
  for (const Remark& remark : plan.remarks) {
    const auto field = try_parse<CorrectedField>(remark.field);
    if (remark.kind == RemarkKind::joined_row || remark.kind == RemarkKind::parted_row) {
      add_row(remark, doubts);
    } else if (field && !remark.task.empty() && remark.kind != RemarkKind::correction) {
      // of words that a picture doesn't show clearly the whole field is asked about
      const bool whole = remark.kind == RemarkKind::unsure;
      doubts.list.push_back(
          {remark.task,
           listed.text(remark.task, CorrectedField::title),
           *field,
           whole ? listed.text(remark.task, *field, remark.chosen) : remark.chosen,
           remark.others,
           {}});
    }
  }
  for (const Task& task : plan.tasks) {
    if (task.timeframe.kind != TimeframeKind::unparsed) continue;
    doubts.list.push_back(
        {task.id, task.title, CorrectedField::timeframe, task.timeframe.text, {}, {}});
  }
  return doubts;
}

}  // namespace sauro::inline v0_1
