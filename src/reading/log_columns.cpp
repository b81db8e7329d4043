#include "reading/log_columns.hpp"

#include <algorithm>
#include <unordered_map>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/titled_grids.hpp"
#include "text/trim.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

template <class Value>
using ByKey = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

/// Folded words; "%" has no letters and stands for itself.
std::string log_key(std::string_view words) {
  const std::string_view bare = trim(words);
  std::string key = fold(to_nfc(bare));
  return key.empty() ? std::string(bare) : key;
}

struct ColumnWord {
  LogField field;
  std::size_t rank;  ///< among the words of its field; the first is the plainest
};

/// The words of src/data/progress_words.json, by their keys.
struct LogWords {
  ByKey<ColumnWord> columns;
  ByKey<std::string> about;  ///< columns that say what plan or board have anyway

  LogWords() {
    for (const ProgressWords& one : progress_words()) {
      for (std::size_t i = 0; i < one.words.size(); ++i) {
        const std::string key = log_key(one.words[i]);
        if (one.kind == "about") about.emplace(key, one.name);
        if (one.kind == "column")
          columns.emplace(key, ColumnWord{*try_parse<LogField>(one.name), i});
      }
    }
  }
};

const LogWords& log_words() {
  static const LogWords words;
  return words;
}

}  // namespace

std::optional<LogField> log_field(std::string_view header) {
  const auto found = log_words().columns.find(log_key(header));
  if (found == log_words().columns.end()) return std::nullopt;
  return found->second.field;
}

std::size_t log_headers(const std::vector<GridCell>& cells) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const auto& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text == nullptr) return false;
    const std::string key = log_key(*text);
    return log_words().columns.contains(key) || log_words().about.contains(key);
  }));
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
      const auto about = words.about.find(key);
      if (about != words.about.end() && about->second == "title" && !found.title) found.title = i;
      if (about != words.about.end() && about->second == "number") found.number = i;
      if (about != words.about.end() || !holds_something(grid, i)) continue;
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
  std::optional<std::size_t>& task = found.places[static_cast<std::size_t>(LogField::task)];
  const auto is_title = [&](std::size_t column) {
    const auto about = words.about.find(log_key(grid.columns[column]));
    return about != words.about.end() && about->second == "title";
  };
  for (std::size_t i = 0; i < grid.columns.size() && !found.title; ++i) {
    if (is_title(i)) found.title = i;
  }
  if (task && task == found.title) task.reset();
  if (const auto percent = found.of(LogField::percent)) {
    found.plain_percents = grid.columns[*percent] == to_string(LogField::percent);
  }
  return found;
}

}  // namespace sauro::inline v0_1::detail
