#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/indicators/indicator_log.hpp"

/// The columns of a log as spans, for those who pass over its rows.
namespace sauro::inline v0_1::detail {

inline constexpr double not_there = std::numeric_limits<double>::quiet_NaN();

/// A column of codes, or none; -1 for a missing one.
class LogCodes {
 public:
  LogCodes() = default;
  explicit LogCodes(const Column* column) : column_(column) {
    if (column == nullptr) return;
    codes_ = column->values<std::int32_t>();
    is_full_ = !column->has_missing();
    const Column& labels = *column->parts().labels;
    for (std::int64_t i = 0; i < labels.size(); ++i) labels_.emplace_back(labels.text(i));
  }

  [[nodiscard]] bool exists() const { return column_ != nullptr; }
  [[nodiscard]] bool is_full() const { return is_full_; }
  [[nodiscard]] std::int32_t at(std::int64_t row) const {
    return is_full_ ? codes_[static_cast<std::size_t>(row)] : at_gaps(row);
  }
  [[nodiscard]] std::string_view text(std::int64_t row) const {
    const std::int32_t code = at(row);
    return code < 0 ? std::string_view() : labels_[static_cast<std::size_t>(code)];
  }
  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }

 private:
  [[nodiscard]] std::int32_t at_gaps(std::int64_t row) const {
    if (column_ == nullptr || column_->is_missing(row)) return -1;
    return codes_[static_cast<std::size_t>(row)];
  }

  const Column* column_ = nullptr;
  std::span<const std::int32_t> codes_ = {};
  bool is_full_ = false;  ///< it is there, and has a code in each row
  std::vector<std::string> labels_ = {};
};

/// A column of numbers or days, or none.
template <class T>
class LogNumbers {
 public:
  LogNumbers() = default;
  explicit LogNumbers(const Column* column) : column_(column) {
    if (column == nullptr) return;
    values_ = column->values<T>();
    is_full_ = !column->has_missing();
  }

  [[nodiscard]] bool is_there(std::int64_t row) const {
    return is_full_ || (column_ != nullptr && !column_->is_missing(row));
  }
  [[nodiscard]] bool exists() const { return column_ != nullptr; }
  [[nodiscard]] bool is_full() const { return is_full_; }
  /// Of all rows; those of missing ones mean nothing.
  [[nodiscard]] std::span<const T> values() const { return values_; }
  [[nodiscard]] T at(std::int64_t row) const { return values_[static_cast<std::size_t>(row)]; }
  [[nodiscard]] std::optional<T> find(std::int64_t row) const {
    return is_there(row) ? std::optional(at(row)) : std::nullopt;
  }

 private:
  const Column* column_ = nullptr;
  std::span<const T> values_ = {};
  bool is_full_ = false;  ///< it is there, and has a value in each row
};

/// What the labels of a column of names stand for; nothing for one that is no name.
template <class E>
std::vector<std::optional<E>> named_labels(const LogCodes& codes) {
  std::vector<std::optional<E>> named;
  for (const std::string& label : codes.labels()) named.push_back(try_parse<E>(label));
  return named;
}

/// All of them; `log` has to live as long.
struct LogView {
  LogCodes indicator, place, unit, basis, state, source;
  LogNumbers<std::int32_t> first, last, known_on;
  LogNumbers<double> value, numerator, denominator;
  std::vector<std::optional<Basis>> bases;
  std::vector<std::optional<ValueState>> states;

  explicit LogView(const Table&&) = delete;
  explicit LogView(const Table& log) {
    for (const Column& column : log.columns()) take(column);
    bases = named_labels<Basis>(basis);
    states = named_labels<ValueState>(state);
  }

  [[nodiscard]] Basis basis_of(std::int64_t row) const {
    const std::int32_t code = basis.at(row);
    return code < 0 ? Basis::period : bases[static_cast<std::size_t>(code)].value_or(Basis::period);
  }
  [[nodiscard]] ValueState state_of(std::int64_t row) const {
    const std::int32_t code = state.at(row);
    return code < 0 ? ValueState::done
                    : states[static_cast<std::size_t>(code)].value_or(ValueState::done);
  }
  /// A number that is there, or NaN.
  [[nodiscard]] static double number(const LogNumbers<double>& column, std::int64_t row) {
    return column.is_there(row) ? column.at(row) : not_there;
  }

 private:
  void take(const Column& column) {
    const std::string& name = column.name();
    if (name == "indicator") indicator = LogCodes(&column);
    if (name == "place") place = LogCodes(&column);
    if (name == "unit") unit = LogCodes(&column);
    if (name == "basis") basis = LogCodes(&column);
    if (name == "state") state = LogCodes(&column);
    if (name == "source") source = LogCodes(&column);
    if (name == "first") first = LogNumbers<std::int32_t>(&column);
    if (name == "last") last = LogNumbers<std::int32_t>(&column);
    if (name == "known_on") known_on = LogNumbers<std::int32_t>(&column);
    if (name == "value") value = LogNumbers<double>(&column);
    if (name == "numerator") numerator = LogNumbers<double>(&column);
    if (name == "denominator") denominator = LogNumbers<double>(&column);
  }
};

}  // namespace sauro::inline v0_1::detail
