#include "core/poll.hpp"
#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::size_t count(const std::vector<std::string>& texts) {
  std::size_t sum = 0;
  for (const std::string& text : texts) sum += count_visible(text);
  return sum;
}

std::size_t count(const std::vector<std::vector<std::string>>& rows) {
  std::size_t sum = 0;
  for (const auto& row : rows) sum += count(row);
  return sum;
}

std::size_t count(const std::vector<ExtraCell>& cells) {
  std::size_t sum = 0;
  for (const auto& [name, text] : cells) sum += count_visible(text);
  return sum;
}

std::size_t count(const Document& document) {
  std::size_t sum = count_visible(document.title) + count_visible(document.signer) +
                    count(document.addressees) + count(document.recipients) +
                    count(document.heading) + count(document.closing);
  for (const LegalBasis& basis : document.legal_bases) sum += count_visible(basis.text);
  return sum;
}

std::size_t count(const Annex& annex) {
  std::size_t sum = count_visible(annex.label) + count_visible(annex.title) +
                    count_visible(annex.note) + count(annex.header) + count(annex.paragraphs);
  for (const Area& area : annex.areas) sum += count_visible(area.title);
  return sum;
}

std::size_t count(const Task& task) {
  return count_visible(task.title) + count(task.points) + count_visible(task.product) +
         count_visible(task.lead) + count_visible(task.coordinator) +
         count_visible(task.timeframe.text) + count(task.extra);
}

std::size_t count(const Indicator& indicator) {
  std::size_t targets = 0;
  for (const IndicatorTarget& target : indicator.targets) targets += count_visible(target.text);
  return count_visible(indicator.name) + count_visible(indicator.unit) +
         count_visible(indicator.baseline) + targets + count_visible(indicator.owner) +
         count(indicator.extra);
}

}  // namespace

std::size_t count_in_fields(const Plan& plan) {
  std::size_t sum = count(plan.document);
  for (const Section& section : plan.sections) {
    sum += count_visible(section.title) + count(section.paragraphs);
  }
  for (const Duty& duty : plan.duties) sum += count_visible(duty.text);
  for (const Annex& annex : plan.annexes) sum += count(annex);
  for (const Task& task : plan.tasks) sum += count(task);
  for (const Indicator& indicator : plan.indicators) sum += count(indicator);
  for (const SourceTable& table : plan.tables) sum += count(table.rows);
  return sum;
}

std::size_t count_in_source(const Source& source) {
  std::size_t sum = 0;
  for (const Block& block : source.blocks) {
    sum += count_visible(block.text);
    for (const Row& row : block.rows) {
      poll();
      for (const Cell& cell : row.cells) {
        if (!cell.inherited) sum += count_visible(cell.text);
      }
    }
  }
  return sum;
}

}  // namespace sauro::inline v0_1::detail
