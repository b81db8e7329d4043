#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A formula over named columns, in a small subset of Python.
///
/// Names, numbers, `+ - * / // % **`, comparisons (also chained), `and or not`, `a if c else b`,
/// `min max abs round clip is_missing otherwise previous`, statistics over units (`best(a / t)`,
/// `mean(x, region)`), normalisations of them, what criteria have (`points('1.1')`), and lines
/// `name = ...` before the last one, which gives the value. It reaches nothing else.
///
/// A missing value (NaN) makes missing what is computed from it, unless the other operand of
/// `and`/`or` decides or `is_missing` asks for it. Division by zero gives a missing value; a rule
/// reports it. `round` goes half away from zero in decimals. `previous(x)` is the value of the
/// unit one period before, `best(x)` the best of all units in the period.
class SAURO_API Expression {
 public:
  Expression() = default;

  /// Throws ParseError(invalid_expression) with line and column.
  [[nodiscard]] static Expression parse(std::string_view text);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// Columns that it needs, in the order of their first use; "previous(x)" is one of its own.
  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
  [[nodiscard]] bool is_empty() const noexcept { return text_.empty(); }
  /// Its value where it needs no column.
  [[nodiscard]] std::optional<double> number() const noexcept { return number_; }

  /// Fills `out` from columns in the order of names(); a column of one value holds for all rows.
  ///
  /// Linear in rows and operations, on `threads` threads (0: all cores). Throws
  /// ValidationError(invalid_column) for columns of another length.
  void evaluate(std::span<const std::span<const double>> columns, std::span<double> out,
                unsigned threads = 0) const;

  friend bool operator==(const Expression& a, const Expression& b) noexcept {
    return a.text_ == b.text_;
  }

 private:
  std::string text_;
  std::vector<std::string> names_;
  std::optional<double> number_;
};

}  // namespace sauro::inline v0_1
