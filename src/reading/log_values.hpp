#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/plan/progress.hpp"
#include "sauro/table/grid.hpp"

/// What the cells of a log say, in the ways in which offices write it.
namespace sauro::inline v0_1::detail {

/// A status in words, with the percent that may stand beside it ("Hoàn thành 80%").
struct LoggedState {
  std::optional<ProgressStatus> status = {};
  std::optional<double> percent = {};
};

using OwnStatuses = std::vector<std::pair<std::string, ProgressStatus>>;

/// What words say of a task ("Đã xong", "100%"); nothing for words that aren't known.
std::optional<LoggedState> logged_state(std::string_view words, const OwnStatuses& own);

/// The words that are plainest for each status, for a person to choose from.
std::string status_choices();

/// A day as it is written, or why it is none.
struct LoggedDay {
  std::optional<Date> day = {};
  Bilingual why = {};
};

/// "27/3/2026", "27/3/26", "27/3" of the year that is given, "14:30 27/03/2026", "46108".
LoggedDay logged_day(const std::string& written, std::optional<int> year);

/// The day of a spreadsheet's number; nothing for numbers that are no day of these times.
std::optional<Date> logged_serial(double serial);

/// "'nhiều' is no number"
Bilingual no_number(const std::string& written);

/// How a column writes its percents: 60, or 0.6 for 60 percent.
class PercentColumn {
 public:
  /// `plain`: numbers are percents, whatever stands beside them.
  PercentColumn(const Grid& grid, std::optional<std::size_t> column, bool plain);

  /// The percent in a cell that holds a number, or why it can't be told.
  [[nodiscard]] std::pair<std::optional<double>, Bilingual> read(std::size_t row) const;

 private:
  [[nodiscard]] std::optional<double> number(std::size_t row) const;
  [[nodiscard]] bool has_sign(std::size_t row) const;

  const Grid& grid_;
  std::optional<std::size_t> column_;
  bool plain_;
  bool has_parts_ = false;  ///< numbers between 0 and 1 without a sign of percent
  bool has_more_ = false;   ///< numbers above 1
};

}  // namespace sauro::inline v0_1::detail
