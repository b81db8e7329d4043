#include "reading/headed_tables.hpp"

#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/official_lines.hpp"

namespace sauro::inline v0_1::detail {

std::optional<TableHeading> table_heading(const std::vector<Unit>& units, std::size_t at) {
  if (at + 1 >= units.size() || units[at].table != nullptr || units[at + 1].table == nullptr) {
    return std::nullopt;
  }
  const std::string_view text = units[at].text;
  constexpr std::string_view ends = ".,;)";
  if (text.empty() || text.size() > longest_official_line || text.front() == '(' ||
      annex_heading(text)) {
    return std::nullopt;
  }
  TableHeading heading{leading_label(text), text};
  if (heading.label) heading.title = trim(text.substr(heading.label->size));
  const bool sentence = !heading.label && (ends.find(text.back()) != ends.npos ||
                                           text.find(':') != text.npos || !starts_upper(text));
  if (sentence || heading.title.empty()) return std::nullopt;
  return heading;
}

bool have_headings(const std::vector<Unit>& units, std::size_t from, std::size_t to,
                   const Told& told) {
  std::size_t tables = 0;
  std::size_t labelled = 0;
  std::size_t plain = 0;
  for (std::size_t i = from; i < to; ++i) {
    if (units[i].table == nullptr || units[i].table->rows.empty()) continue;
    if (recognise(units[i].table->rows, 0, told).kind != TableKind::tasks) continue;
    const auto heading = i > from ? table_heading(units, i - 1) : std::nullopt;
    if (!heading && tables > 0) return false;
    if (heading) ++(heading->label ? labelled : plain);
    ++tables;
  }
  // the line above the first table may be the title of the whole
  return tables > 1 && (labelled == 0 || plain == 0 || (plain == 1 && labelled + 1 == tables));
}

bool take_area_heading(Context& context, const std::vector<Unit>& units, std::size_t at,
                       bool headed, TableParser& tables) {
  const auto heading = table_heading(units, at);
  if (!heading) return false;
  const auto& label = heading->label;
  const bool heads = label && (label->kind == LabelKind::roman || label->kind == LabelKind::letter);
  if (!heads && !headed) return false;
  if (label) context.count_marks(count_visible(units[at].text.substr(0, label->size)));
  tables.open_area(label ? label->number : "", heading->title, units[at].place);
  return true;
}

void open_section_area(Context& context, const std::vector<Unit>& units, std::size_t at,
                       const Narrative& narrative, TableParser& tables) {
  const auto heading = table_heading(units, at);
  if (!heading) return;
  std::string number;
  if (heading->label) {
    const int level = outline_level(*heading->label, units[at].text);
    number = narrative.path_above(level).numbers;
    number += (number.empty() ? "" : ".") + heading->label->number;
  }
  context.count_again(heading->title);
  tables.open_area(number, heading->title, units[at].place);
}

}  // namespace sauro::inline v0_1::detail
