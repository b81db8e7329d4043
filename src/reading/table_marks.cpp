// Who does a task, by marks below the names of bodies; and what guesses about columns say.
#include <string>
#include <string_view>

#include "reading/agencies.hpp"
#include "reading/cell_text.hpp"
#include "reading/table_parser.hpp"
#include "reading/table_words.hpp"

namespace sauro::inline v0_1::detail {
/// "CT" leads and "PH" helps; a sign leads where it is the only one of the row, or else where the
/// group above says so. Where it is left open all lead, with a remark; beside "CT" they help, and
/// without one where a column names who leads.
void TableParser::take_bodies(const Item& item, Task& task) {
  std::size_t signs = 0;
  const bool named = !task.lead.empty();
  bool led = named;
  for (std::size_t i = 0; i < layout_.columns.size() && i < item.cells.size(); ++i) {
    const Column& column = layout_.columns[i];
    if (column.role != Role::body) continue;
    const TableMark mark = mark_of(item.cells[i]);
    signs += static_cast<std::size_t>(mark == TableMark::sign && !column.part);
    led = led || mark == TableMark::lead || (mark == TableMark::sign && column.part == Role::lead);
  }
  const bool open = !named && (signs > 1 || (signs == 1 && led));
  for (std::size_t i = 0; i < layout_.columns.size() && i < item.cells.size(); ++i) {
    const Column& column = layout_.columns[i];
    if (column.role != Role::body || item.cells[i].empty()) continue;
    const TableMark mark = mark_of(item.cells[i]);
    if (mark == TableMark::words) {
      task.extra.push_back({column.name, one_line(item.cells[i])});
      continue;
    }
    context_.count_marks(count_visible(item.cells[i]));
    if (mark == TableMark::none) continue;
    const bool helps =
        mark == TableMark::help ||
        (mark == TableMark::sign && (column.part ? *column.part == Role::coordinator : led));
    std::string& names = helps ? task.coordinator : task.lead;
    const std::string piece = (names.empty() ? "" : "; ") + column.horizon;
    names += piece;
    context_.count_again(piece);
    add_id(helps ? task.coordinators : task.leads, context_.agencies.identify(column.horizon));
  }
  if (!open) return;
  remark_bodies(led ? "chủ trì" : "phối hợp", led ? "coordinator" : "lead",
                led ? task.coordinators : task.leads, task);
}

/// Says which columns were taken by what they hold alone, and which would do but weren't.
void TableParser::remark_columns(const std::vector<Column>& columns, Place place) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    if (column.guess == Holds::unknown) continue;
    const std::string number = "cột " + std::to_string(i + 1);
    const bool times = column.guess == Holds::times;
    Remark& remark =
        context_.remark(RemarkKind::column, column.name.empty() ? number : column.name, place);
    if (column.role != Role::extra) remark.field = times ? "timeframe" : "lead";
    remark.others.emplace_back(times                           ? "thời gian"
                               : column.guess == Holds::bodies ? "cơ quan chủ trì"
                                                               : "cơ quan chủ trì hay phối hợp");
  }
}

}  // namespace sauro::inline v0_1::detail
