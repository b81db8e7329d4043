#pragma once

#include <optional>
#include <string>

#include "sauro/core/problem.hpp"
#include "sauro/reading/read_indicators.hpp"
#include "reading/indicator_columns.hpp"

namespace sauro::inline v0_1::detail {

/// What a cell holds as a figure; nothing where it is missing.
struct SheetFigure {
  std::optional<double> value = {};
  Bilingual why = {};  ///< it can't be read
};

/// "1.234,5", "-" (zero), "…", "x" and blanks (missing), "85 %".
SheetFigure figure_in(const GridCell& cell);

/// The period, basis and state of the figures of a column.
struct FigureFrame {
  std::optional<Period> period = {};
  Basis basis = Basis::period;
  ValueState state = ValueState::done;
};

/// What a column's figures are of; no period where neither its header nor the caller says it.
FigureFrame frame_of(const FigureColumn& column, const IndicatorSheetOptions& options);

/// Whether a column holds figures of a period that its role or its header names.
bool holds_figures(ColumnRole role);

}  // namespace sauro::inline v0_1::detail
