#include "reading/indicator_rows.hpp"

#include <algorithm>
#include <array>

#include "sauro/text/numbers.hpp"
#include "core/say.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The month in which a period ends.
Period last_month(const Period& period) {
  return Period::month(period.last().year(), period.last().month());
}

Period month_earlier(const Period& month) {
  const Date before = Date::from_day_number(month.first().day_number() - 1);
  return Period::month(before.year(), before.month());
}

/// From 1 January to the end of a period; the end of a month stays one in another year.
Period year_to(const Period& period, int years_earlier = 0) {
  const Date last = period.last();
  const int year = last.year() - years_earlier;
  const bool ends_month = last == last_month(period).last();
  const Date end =
      ends_month ? Period::month(year, last.month()).last() : Date(year, last.month(), last.day());
  return {Date(year, 1, 1), end};
}

/// A header that names a year alone says which year, not which part of it.
std::optional<Period> told_period(const FigureColumn& column,
                                  const IndicatorSheetOptions& options) {
  if (!column.named) return options.period;
  const bool is_year = column.named == Period::year(column.named->first().year());
  return is_year && options.period ? options.period : column.named;
}

}  // namespace

SheetFigure figure_in(const GridCell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return {*number, {}};
  if (is_blank(cell)) return {};
  const std::string text = text_of(cell);
  constexpr std::array<std::string_view, 3> zeros{"-", "–", "—"};
  constexpr std::array<std::string_view, 6> missing{"…", "...", "..", "x", "X", "×"};
  if (std::find(zeros.begin(), zeros.end(), text) != zeros.end()) return {0.0, {}};
  if (std::find(missing.begin(), missing.end(), text) != missing.end()) return {};
  const WrittenNumber number =
      std::holds_alternative<std::string>(cell) ? read_number(text) : WrittenNumber{};
  if (number.value) return {number.value, {}};
  if (!number.is_ambiguous()) return {std::nullopt, no_number(text)};
  return {std::nullopt,
          say("“{}” có thể là {} hoặc {}; hãy ghi lại", "\"{}\" may be {} or {}; write it plainly",
              text, plain_number(*number.grouped), plain_number(*number.decimal))};
}

bool holds_figures(ColumnRole role) {
  return role == ColumnRole::month || role == ColumnRole::month_before ||
         role == ColumnRole::cumulated || role == ColumnRole::last_year ||
         role == ColumnRole::named_period;
}

FigureFrame frame_of(const FigureColumn& column, const IndicatorSheetOptions& options) {
  FigureFrame frame;
  if (column.is_estimate) frame.state = ValueState::estimated;
  const std::optional<Period> told = told_period(column, options);
  if (!told) return frame;
  switch (column.role) {
    case ColumnRole::month:
      frame.period = last_month(*told);
      break;
    case ColumnRole::month_before:
      frame.period = column.named == told ? *told : month_earlier(last_month(*told));
      break;
    case ColumnRole::cumulated:
      frame.period = year_to(*told);
      frame.basis = Basis::year;
      break;
    case ColumnRole::last_year:
      frame.period = year_to(*told, column.named == told ? 0 : 1);
      frame.basis = Basis::year;
      break;
    default:
      frame.period = column.named;
  }
  return frame;
}

}  // namespace sauro::inline v0_1::detail
