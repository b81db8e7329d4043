#include "sauro/writing/board_json.hpp"

#include "writing/json_fields.hpp"
#include "writing/problem_json.hpp"
#include "writing/table_rows_json.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonOut;
using detail::write_member;

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

/// Rows of the log that couldn't be read, and entries that can't be right.
std::vector<Problem> left_out(const Board& board) {
  std::vector<Problem> problems = board.progress->problems;
  problems.insert(problems.end(), board.bad.begin(), board.bad.end());
  return problems;
}

}  // namespace

std::string to_json(const Board& board, const Table& targets, int indent) {
  JsonOut out(indent);
  out.begin_object();
  write_member(out, "schema", "sauro/board/2");
  write_member(out, "title", board.schedule->title);
  write_member(out, "as_of", board.as_of);
  out.key("counts");
  write_counts(out, board);
  out.key("rows");
  detail::write_rows(out, board.table(), detail::Missing::left_out);
  write_member(out, "alerts", board.alerts);
  out.key("targets");
  detail::write_rows(out, targets, detail::Missing::as_null);
  write_member(out, "problems", left_out(board));
  write_member(out, "later", board.later.size());
  out.end_object();
  return out.take();
}

}  // namespace sauro::inline v0_1
