#include "sauro/writing/board_json.hpp"

#include "writing/json_fields.hpp"
#include "writing/table_rows_json.hpp"

namespace sauro {
namespace {

using detail::JsonOut;

void write_counts(JsonOut& out, const Board& board) {
  out.begin_object();
  for (const BoardStatus status : values<BoardStatus>()) {
    std::int64_t count = 0;
    for (const BoardRow& row : board.rows) count += row.status == status ? 1 : 0;
    out.key(to_string(status));
    out.value(count);
  }
  out.end_object();
}

void write_alert(JsonOut& out, const Board& board, const Alert& alert) {
  const ScheduledOccurrence& one = board.schedule->occurrences[alert.row];
  out.begin_object();
  out.key("task");
  out.value(std::string_view(board.schedule->tasks[one.task_place].id));
  out.key("occurrence");
  out.value(std::string_view(one.occurrence));
  out.key("due");
  detail::write(out, board.rows[alert.row].due);
  out.key("working_days");
  out.value(alert.working_days);
  out.key("level");
  out.value(std::int64_t{alert.level});
  out.end_object();
}

/// Rows of the log that couldn't be read, and entries that can't be right.
std::vector<std::string> left_out(const Board& board) {
  std::vector<std::string> texts;
  for (const Problem& one : board.progress->problems) texts.push_back(to_text(one));
  for (const BadEntry& one : board.bad) {
    const std::string& place = board.progress->entries[one.entry].place;
    texts.push_back((place.empty() ? "entry " + std::to_string(one.entry + 1) : place) + ": " +
                    one.message);
  }
  return texts;
}

}  // namespace

std::string to_json(const Board& board, const Table& targets, int indent) {
  JsonOut out(indent);
  out.begin_object();
  out.key("schema");
  out.value("sauro/board/2");
  out.key("title");
  out.value(std::string_view(board.schedule->title));
  out.key("as_of");
  detail::write(out, board.as_of);
  out.key("counts");
  write_counts(out, board);
  out.key("rows");
  detail::write_rows(out, board.table(), detail::Missing::left_out);
  out.key("alerts");
  out.begin_list();
  for (const Alert& alert : board.alerts) write_alert(out, board, alert);
  out.end_list();
  out.key("targets");
  detail::write_rows(out, targets, detail::Missing::as_null);
  out.key("problems");
  detail::write(out, left_out(board));
  out.key("later");
  out.value(static_cast<std::int64_t>(board.later.size()));
  out.end_object();
  return out.take();
}

}  // namespace sauro
