#include "reading/log_tables.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/log_columns.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The texts of a row by columns; what is merged with the row above has the text of it.
std::vector<std::string> texts_of(const Row& row) {
  std::vector<std::string> texts(row.width());
  for (const Cell& cell : row.cells) texts[cell.column] = squeeze(cell.text);
  return texts;
}

std::size_t known_in(const std::vector<std::string>& texts) {
  return log_headers({texts.begin(), texts.end()});
}

/// Puts rows of tables into one grid.
class LogTables {
 public:
  void add(const Block& table) {
    ++tables_;
    std::size_t row = 0;
    for (const Row& one : table.rows) {
      poll();
      ++row;
      std::vector<std::string> texts = texts_of(one);
      constexpr std::size_t enough = 3;
      if (known_in(texts) >= enough && is_header(texts)) {
        if (grid_.columns.empty()) grid_.columns = std::move(texts);
        continue;
      }
      if (grid_.columns.empty() || texts.size() > grid_.columns.size()) continue;
      GridRow made{"table " + std::to_string(tables_) + ", row " + std::to_string(row), {}, {}};
      for (std::string& text : texts) made.cells.emplace_back(std::move(text));
      grid_.rows.push_back(std::move(made));
    }
  }

  Grid take() { return std::move(grid_); }

 private:
  /// The first header has a task and something to fill in; later ones are the same.
  [[nodiscard]] bool is_header(const std::vector<std::string>& texts) const {
    if (!grid_.columns.empty()) return texts == grid_.columns;
    return std::any_of(texts.begin(), texts.end(), [](const std::string& text) {
      const std::optional<LogField> field = log_field(text);
      return field == LogField::status || field == LogField::percent || field == LogField::date ||
             field == LogField::result;
    });
  }

  Grid grid_;
  std::size_t tables_ = 0;
};

}  // namespace

Grid log_in_tables(const Source& source) {
  LogTables tables;
  for (const Block& block : source.blocks) {
    if (block.kind == Block::Kind::table) tables.add(block);
  }
  return tables.take();
}

bool is_html_page(std::string_view text) {
  constexpr std::size_t beginning = 4096;
  const std::string_view head = text.substr(0, beginning);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || head[first] != '<') return false;
  const std::string key = " " + fold(head) + " ";
  return key.find(" html ") != std::string::npos || key.find(" table ") != std::string::npos;
}

}  // namespace sauro::inline v0_1::detail
