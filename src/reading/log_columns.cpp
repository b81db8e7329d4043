#include "reading/log_columns.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "text/trim.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

template <class Value>
using ByKey = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

/// Folded words; "%" has no letters and stands for itself.
std::string log_key(std::string_view words) {
  const std::string_view bare = trim(words);
  std::string key = fold(is_quick_nfc(bare) ? std::string(bare) : to_nfc(bare));
  return key.empty() ? std::string(bare) : key;
}

struct ColumnWord {
  LogField field;
  std::size_t rank;  ///< among the words of its field; the first is the plainest
};

/// The words of src/data/progress_words.json, by their keys.
struct LogWords {
  ByKey<ColumnWord> columns;
  ByKey<ProgressStatus> statuses;
  std::unordered_set<std::string> about;  ///< columns that say what plan or board have anyway

  LogWords() {
    for (const ProgressWords& one : progress_words()) {
      for (std::size_t i = 0; i < one.words.size(); ++i) {
        const std::string key = log_key(one.words[i]);
        if (one.kind == "about") about.insert(key);
        if (one.kind == "column")
          columns.emplace(key, ColumnWord{*try_parse<LogField>(one.name), i});
        if (one.kind == "status") statuses.emplace(key, *try_parse<ProgressStatus>(one.name));
      }
    }
  }
};

const LogWords& log_words() {
  static const LogWords words;
  return words;
}

bool holds_something(const Grid& grid, std::size_t column) {
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    if (!is_blank(grid.cell(row, column))) return true;
  }
  return false;
}

std::string place_of_column(const Grid& grid, std::size_t column) {
  const bool lettered = column < grid.column_places.size();
  std::string called = lettered ? grid.column_places[column] : grid.columns[column];
  if (called.empty()) called = std::to_string(column + 1);
  return (grid.name.empty() ? "" : grid.name + ", ") + "column " + called;
}

}  // namespace

std::optional<LogField> log_field(std::string_view header) {
  const auto found = log_words().columns.find(log_key(header));
  if (found == log_words().columns.end()) return std::nullopt;
  return found->second.field;
}

std::optional<ProgressStatus> log_status(std::string_view words) {
  const auto found = log_words().statuses.find(log_key(words));
  if (found == log_words().statuses.end()) return std::nullopt;
  return found->second;
}

LogColumns find_log_columns(const Grid& grid, std::vector<Problem>& problems) {
  const LogWords& words = log_words();
  LogColumns found;
  std::array<std::size_t, log_fields> ranks{};
  const auto refuse = [&](std::size_t column, Bilingual message) {
    problems.push_back({ErrorCode::invalid_progress, place_of_column(grid, column),
                        std::move(message.vi), std::move(message.en)});
  };
  const auto refuse_second = [&](std::size_t column, std::size_t kept) {
    if (words.about.contains(log_key(grid.columns[column])) || !holds_something(grid, column))
      return;
    const std::string& other = grid.columns[kept];
    refuse(column, {"trùng ý nghĩa với cột “" + other + "”; bỏ một trong hai cột",
                    "says the same as the column \"" + other + "\"; leave one of them out"});
  };
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const std::string key = log_key(grid.columns[i]);
    const auto column = words.columns.find(key);
    if (column == words.columns.end()) {
      if (words.about.contains(key) || !holds_something(grid, i)) continue;
      refuse(i, {"nhật ký tiến độ không có cột này; đổi tên cột hoặc bỏ cột",
                 "no column of a progress log; rename it or leave it out"});
      continue;
    }
    const auto field = static_cast<std::size_t>(column->second.field);
    if (!found.places[field]) {
      found.places[field] = i;
      ranks[field] = column->second.rank;
    } else if (column->second.rank < ranks[field]) {
      refuse_second(*found.places[field], i);
      found.places[field] = i;
      ranks[field] = column->second.rank;
    } else {
      refuse_second(i, *found.places[field]);
    }
  }
  return found;
}

}  // namespace sauro::inline v0_1::detail
