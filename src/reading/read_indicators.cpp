#include "sauro/reading/read_indicators.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/phrases/indicator.hpp"
#include "sauro/reading/read_workbook.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/indicator_columns.hpp"
#include "reading/indicator_rows.hpp"
#include "reading/log_values.hpp"
#include "table/grid_keys.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::ColumnRole;

std::string cell_text(const GridCell& cell) { return to_nfc(text_of(cell)); }

/// Reads the rows of one sheet.
class SheetReader {
 public:
  SheetReader(const Grid& grid, const IndicatorSheetOptions& options)
      : grid_(grid), options_(options) {
    if (!options_.year && options_.period) options_.year = options_.period->last().year();
    columns_ = detail::sheet_columns(grid_, options_.year);
  }

  IndicatorSheet run() {
    find_shape();
    count_names();
    for (std::size_t row = columns_.first_row; row < grid_.rows.size(); ++row) {
      detail::poll();
      read_row(row);
    }
    if (!out_.problems.empty() && options_.on_problem == OnProblem::raise) {
      throw ValidationError(std::move(out_.problems));
    }
    out_.log = IndicatorLog::of(values_);
    return std::move(out_);
  }

 private:
  enum class Shape { values, indicators, places };

  [[nodiscard]] bool has(ColumnRole role) const { return columns_.find(role).has_value(); }

  void find_shape() {
    const bool names_indicator = has(ColumnRole::name) || has(ColumnRole::id);
    const bool has_figures =
        std::any_of(columns_.all.begin(), columns_.all.end(),
                    [](const auto& one) { return detail::holds_figures(one.role); });
    const bool has_value =
        has(ColumnRole::value) || (has(ColumnRole::numerator) && has(ColumnRole::denominator));
    if (names_indicator && has_value && (has(ColumnRole::period) || !has_figures)) {
      shape_ = Shape::values;
    } else if (names_indicator && has_figures) {
      shape_ = Shape::indicators;
    } else if (!names_indicator && has(ColumnRole::place)) {
      shape_ = Shape::places;
    } else {
      std::string shown;
      for (const auto& one : columns_.all) shown += (shown.empty() ? "" : ", ") + one.header;
      throw ValidationError(
          ErrorCode::invalid_column, grid_.name.empty() ? "indicators" : grid_.name,
          detail::say("không có cột cho chỉ tiêu và số liệu; các cột là: {}",
                      "no columns for indicators and their values; the columns are: {}", shown));
    }
    require_periods();
  }

  /// A period has to be told by a column, a header or the caller.
  void require_periods() {
    const bool by_rows = has(ColumnRole::period);
    const auto refuse_column = [&](std::size_t i) {
      const bool lettered = i < grid_.column_places.size();
      out_.problems.push_back(
          {ErrorCode::invalid_column,
           lettered ? "column " + grid_.column_places[i] : "column " + columns_.all[i].header,
           "chưa rõ số liệu của kỳ nào; hãy nêu period", "nothing says of which period; give one"});
    };
    for (std::size_t i = 0; i < columns_.all.size(); ++i) {
      const auto& column = columns_.all[i];
      const bool holds = shape_ == Shape::indicators && detail::holds_figures(column.role);
      if (holds && !detail::frame_of(column, options_).period && !by_rows) refuse_column(i);
      const bool is_value = (shape_ == Shape::values && column.role == ColumnRole::value) ||
                            (shape_ == Shape::places && column.role == ColumnRole::place);
      if (is_value && !by_rows && !options_.period) refuse_column(i);
    }
    if (!out_.problems.empty()) throw ValidationError(std::move(out_.problems));
  }

  void count_names() {
    const auto name = columns_.find(ColumnRole::name);
    if (!name || shape_ == Shape::values) return;
    for (std::size_t row = columns_.first_row; row < grid_.rows.size(); ++row) {
      ++names_[label_place(row) + cell_text(grid_.cell(row, *name))];
    }
  }

  [[nodiscard]] std::string label_place(std::size_t row) const {
    return text(row, ColumnRole::place);
  }

  [[nodiscard]] const GridCell& cell(std::size_t row, ColumnRole role) const {
    static const GridCell none;
    const std::optional<std::size_t> column = columns_.find(role);
    return column ? grid_.cell(row, *column) : none;
  }

  [[nodiscard]] std::string text(std::size_t row, ColumnRole role) const {
    return cell_text(cell(row, role));
  }

  void refuse(std::size_t row, std::size_t column, Bilingual what) {
    out_.problems.push_back({ErrorCode::invalid_rows, grid_.place_of(row, column),
                             std::move(what.vi), std::move(what.en)});
  }

  /// The id; else the name, with its number where the sheet has the name twice.
  [[nodiscard]] std::string indicator_of(std::size_t row) {
    if (const std::string id = text(row, ColumnRole::id); !id.empty()) return id;
    const std::string name = text(row, ColumnRole::name);
    const std::string number = text(row, ColumnRole::number);
    const auto found = names_.find(label_place(row) + name);
    const bool is_twice = found != names_.end() && found->second > 1;
    return is_twice && !number.empty() ? number + ". " + name : name;
  }

  void read_row(std::size_t row) {
    const Bilingual flaw = detail::flaw_of(grid_, row, detail::Hidden::taken);
    const bool is_heading = !holds_figure(row) && grid_.rows[row].cells.size() <= 2;
    if (!flaw.vi.empty() && !is_heading) {
      out_.problems.push_back({ErrorCode::invalid_rows, grid_.place_of(row), flaw.vi, flaw.en});
      return;
    }
    IndicatorValue frame;
    frame.place = text(row, ColumnRole::place);
    if (frame.place.empty()) frame.place = options_.place;
    frame.unit = text(row, ColumnRole::unit);
    frame.source = has(ColumnRole::source) ? text(row, ColumnRole::source) : grid_.place_of(row);
    frame.known_on = options_.known_on;
    if (shape_ != Shape::places) frame.indicator = indicator_of(row);
    if (shape_ != Shape::places && frame.indicator.empty()) return refuse_nameless(row);
    if (!read_known_on(row, frame)) return;
    if (shape_ == Shape::values) return read_value(row, frame);
    if (shape_ == Shape::places) return read_place(row, frame);
    for (std::size_t i = 0; i < columns_.all.size(); ++i) {
      if (detail::holds_figures(columns_.all[i].role)) read_figure(row, i, frame);
    }
    check_percents(row, frame);
  }

  [[nodiscard]] bool holds_figure(std::size_t row) const {
    for (std::size_t i = 0; i < columns_.all.size(); ++i) {
      const ColumnRole role = columns_.all[i].role;
      const bool holds = detail::holds_figures(role) || role == ColumnRole::value;
      if (holds && !is_blank(grid_.cell(row, i))) return true;
    }
    return false;
  }

  /// A figure beside no name.
  void refuse_nameless(std::size_t row) {
    for (std::size_t i = 0; i < columns_.all.size(); ++i) {
      const ColumnRole role = columns_.all[i].role;
      const bool holds = detail::holds_figures(role) || role == ColumnRole::value;
      if (!holds || is_blank(grid_.cell(row, i))) continue;
      refuse(row, i, {"số liệu không có tên chỉ tiêu", "a figure without an indicator"});
      return;
    }
  }

  bool read_known_on(std::size_t row, IndicatorValue& frame) {
    const GridCell& given = cell(row, ColumnRole::known_on);
    if (is_blank(given)) return true;
    if (const auto* day = std::get_if<Date>(&given)) {
      frame.known_on = *day;
      return true;
    }
    detail::LoggedDay read = detail::logged_day(text(row, ColumnRole::known_on), options_.year);
    frame.known_on = read.day;
    if (!read.day) refuse(row, *columns_.find(ColumnRole::known_on), std::move(read.why));
    return read.day.has_value();
  }

  std::optional<double> figure(std::size_t row, std::size_t column) {
    Bilingual flaw = detail::flaw_of(grid_, row, column, detail::Hidden::taken);
    if (!flaw.vi.empty()) {
      refuse(row, column, std::move(flaw));
      return std::nullopt;
    }
    detail::SheetFigure read = detail::figure_in(grid_.cell(row, column));
    if (!read.why.vi.empty()) refuse(row, column, std::move(read.why));
    return read.value;
  }

  void read_figure(std::size_t row, std::size_t column, IndicatorValue one) {
    one.value = figure(row, column);
    if (!one.value) return;
    const detail::FigureFrame frame = detail::frame_of(columns_.all[column], options_);
    one.first = frame.period->first();
    one.last = frame.period->last();
    one.basis = frame.basis;
    one.state = frame.state;
    values_.push_back(std::move(one));
  }

  /// A name of a basis or state in its own column, or in English as the log has them.
  template <class E>
  void read_name(std::size_t row, ColumnRole role, E& value) {
    const std::string word = text(row, role);
    if (word.empty()) return;
    if (const auto known = try_parse<E>(word)) {
      value = *known;
    } else {
      refuse(row, *columns_.find(role), detail::unknown_name<E>(word));
    }
  }

  bool read_period(std::size_t row, IndicatorValue& one) {
    const GridCell& given = cell(row, ColumnRole::period);
    std::optional<Period> period;
    if (is_blank(given)) {
      period = options_.period;
    } else if (const auto* day = std::get_if<Date>(&given)) {
      period = Period::month(day->year(), day->month());
    } else if ((period = try_parse_period(text(row, ColumnRole::period), options_.year)) &&
               period->days() == 1) {
      period = Period::month(period->first().year(), period->first().month());
    }
    if (!period) {
      refuse(row, *columns_.find(ColumnRole::period),
             detail::say("“{}” không phải là một kỳ", "\"{}\" names no period",
                         text(row, ColumnRole::period)));
      return false;
    }
    one.first = period->first();
    one.last = period->last();
    return true;
  }

  void read_value(std::size_t row, IndicatorValue& one) {
    const auto number = [&](ColumnRole role) -> std::optional<double> {
      const std::optional<std::size_t> column = columns_.find(role);
      return column ? figure(row, *column) : std::nullopt;
    };
    one.value = number(ColumnRole::value);
    one.numerator = number(ColumnRole::numerator);
    one.denominator = number(ColumnRole::denominator);
    read_name(row, ColumnRole::basis, one.basis);
    read_name(row, ColumnRole::state, one.state);
    const bool says_something = one.value || (one.numerator && one.denominator);
    if (says_something && read_period(row, one)) values_.push_back(one);
  }

  /// A row of a matrix: each other column is an indicator.
  void read_place(std::size_t row, IndicatorValue& one) {
    if (one.place.empty() || !read_period(row, one)) return;
    for (std::size_t i = 0; i < columns_.all.size(); ++i) {
      const ColumnRole role = columns_.all[i].role;
      const bool is_frame = role == ColumnRole::number || role == ColumnRole::place ||
                            role == ColumnRole::period || role == ColumnRole::note ||
                            role == ColumnRole::known_on || role == ColumnRole::source;
      if (is_frame || columns_.all[i].header.empty()) continue;
      one.indicator = to_nfc(columns_.all[i].header);
      one.value = figure(row, i);
      if (one.value) values_.push_back(one);
    }
  }

  /// The percents beside the figures that they are of.
  void check_percents(std::size_t row, const IndicatorValue& frame) {
    const auto cumulated = column_figure(row, ColumnRole::cumulated);
    check(row, frame, cumulated, column_figure(row, ColumnRole::plan), ColumnRole::percent_plan,
          false);
    check(row, frame, cumulated, column_figure(row, ColumnRole::last_year),
          ColumnRole::percent_year, true);
  }

  [[nodiscard]] std::optional<double> column_figure(std::size_t row, ColumnRole role) const {
    return detail::figure_in(cell(row, role)).value;
  }

  /// "106,2" or "6,2" of the same period of last year: both are written.
  void check(std::size_t row, const IndicatorValue& frame, std::optional<double> part,
             std::optional<double> whole, ColumnRole role, bool may_be_change) {
    const std::optional<double> given = column_figure(row, role);
    if (!part || !whole || *whole == 0 || !given) return;
    const double percent = *part / *whole * 100;
    const double slack = detail::half_digit(*given) +
                         100 * detail::half_digit(*part) / std::abs(*whole) +
                         std::abs(percent / *whole) * detail::half_digit(*whole) + 1e-9;
    if (std::abs(*given - percent) <= slack) return;
    if (may_be_change && std::abs(*given + 100 - percent) <= slack) return;
    const detail::FigureFrame of =
        detail::frame_of(columns_.all[*columns_.find(ColumnRole::cumulated)], options_);
    const auto& columns = columns_.all;
    const ColumnRole below = may_be_change ? ColumnRole::last_year : ColumnRole::plan;
    out_.contradictions.push_back({frame.indicator, frame.place, of.period->first(),
                                   of.period->last(), *given, std::round(percent * 1e4) / 1e4,
                                   columns[*columns_.find(ColumnRole::cumulated)].header + " / " +
                                       columns[*columns_.find(below)].header});
  }

  const Grid& grid_;
  IndicatorSheetOptions options_;
  detail::FigureColumns columns_;
  Shape shape_ = Shape::indicators;
  std::map<std::string, int> names_;
  std::vector<IndicatorValue> values_;
  IndicatorSheet out_;
};

}  // namespace

IndicatorSheet read_indicators(const Grid& grid, const IndicatorSheetOptions& options) {
  return SheetReader(grid, options).run();
}

IndicatorSheet read_indicators(const std::filesystem::path& path,
                               const IndicatorSheetOptions& options) {
  return read_indicators(read_grid(path, options.csv, options.sheet), options);
}

}  // namespace sauro::inline v0_1
