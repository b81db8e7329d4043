#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/plan/progress.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

/// What a column of a log says.
enum class LogField {
  task,
  occurrence,
  date,
  status,
  percent,
  stars,
  due,
  finished,
  result,
  document,
  evidence,
  who,
  note
};

constexpr std::array<std::string_view, 13> enum_names(LogField /*value*/) noexcept {
  return {"task",     "occurrence", "date",     "status",   "percent", "stars", "due",
          "finished", "result",     "document", "evidence", "who",     "note"};
}

inline constexpr std::size_t log_fields = 13;

/// The field that a header names; nothing for others.
std::optional<LogField> log_field(std::string_view header);

/// How many cells of a row are headers of a log or of what stands beside one.
std::size_t log_headers(const std::vector<GridCell>& cells);

/// Which column of a grid holds which field.
struct LogColumns {
  std::array<std::optional<std::size_t>, log_fields> places = {};
  std::optional<std::size_t> title = {};   ///< the words of the task
  std::optional<std::size_t> number = {};  ///< its number as printed ("3.1")
  bool plain_percents = false;             ///< "percent": 0.6 is 0.6 there, whatever the others say

  [[nodiscard]] std::optional<std::size_t> of(LogField field) const {
    return places[static_cast<std::size_t>(field)];
  }
};

/// Finds the columns of a log; what hinders is added to `problems`: columns that hold something
/// that no log has, and two for one field.
LogColumns find_log_columns(const Grid& grid, std::vector<Problem>& problems);

}  // namespace sauro::inline v0_1::detail
