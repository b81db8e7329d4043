#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What a column holds; each is one layout of Arrow's columnar format.
enum class ColumnType : std::uint8_t {
  boolean,  ///< bits
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  float32,
  float64,
  date,     ///< days since 1970 in 32 bits
  seconds,  ///< moments without a time zone, since 1970
  milliseconds,
  microseconds,
  nanoseconds,
  text,        ///< UTF-8 with offsets of 32 bits
  large_text,  ///< UTF-8 with offsets of 64 bits
  category,    ///< codes of 32 bits into a column of labels
};

constexpr std::array<std::string_view, 19> enum_names(ColumnType /*value*/) noexcept {
  return {"boolean",     "int8",   "int16",      "int32",        "int64",
          "uint8",       "uint16", "uint32",     "uint64",       "float32",
          "float64",     "date",   "seconds",    "milliseconds", "microseconds",
          "nanoseconds", "text",   "large_text", "category"};
}

/// Bytes of a value; 0 for booleans and texts.
[[nodiscard]] SAURO_API std::size_t width_of(ColumnType type) noexcept;

/// Memory that somebody else may own; alive as long as `owner`.
struct Buffer {
  const void* data = nullptr;
  std::shared_ptr<const void> owner = {};
  std::optional<std::size_t> size = {};  ///< in bytes; columns read no byte beyond it

  template <class T>
  static Buffer of(std::vector<T> values) {
    auto owner = std::make_shared<const std::vector<T>>(std::move(values));
    const void* data = owner->data();
    const std::size_t size = owner->size() * sizeof(T);
    return {data, std::move(owner), size};
  }
};

namespace detail {

/// The type of columns that hold numbers of the C++ type T.
template <class T>
constexpr ColumnType number_type() {
  static_assert(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>);
  if constexpr (std::is_same_v<T, float>) return ColumnType::float32;
  if constexpr (std::is_same_v<T, double>) return ColumnType::float64;
  constexpr bool is_signed = std::is_signed_v<T>;
  if constexpr (sizeof(T) == 1) return is_signed ? ColumnType::int8 : ColumnType::uint8;
  if constexpr (sizeof(T) == 2) return is_signed ? ColumnType::int16 : ColumnType::uint16;
  if constexpr (sizeof(T) == 4) return is_signed ? ColumnType::int32 : ColumnType::uint32;
  return is_signed ? ColumnType::int64 : ColumnType::uint64;
}

/// A bitmap with a 1 for each false of `missing`; no data where all are.
SAURO_API Buffer validity_of(const std::vector<bool>& missing);

}  // namespace detail

/// A named, typed, immutable column that may have missing values; copies share its memory.
///
/// What is asked of it is checked: a row that it doesn't have, or values of a type that it doesn't
/// hold, are a ValidationError(invalid_column) that names the column. A column that was moved from
/// is an empty one.
class SAURO_API Column {
 public:
  /// Parts of a column in Arrow's layout.
  struct Parts {
    ColumnType type = ColumnType::int64;
    std::int64_t length = 0;
    std::int64_t offset = 0;  ///< values before the first one, in every buffer
    Buffer validity = {};     ///< bits, 1 for a value; no data where none is missing
    Buffer values = {};       ///< values, codes or offsets of texts
    Buffer bytes = {};        ///< of texts
    std::shared_ptr<const Column> labels = {};  ///< of a category
  };

  /// A column of int64 without rows and name.
  Column() = default;
  /// Throws ValidationError(invalid_column) for parts that are missing or, where their sizes are
  /// known, too short.
  Column(std::string name, Parts parts);

  Column(const Column&) = default;
  Column(Column&& other) noexcept;
  Column& operator=(const Column&) = default;
  Column& operator=(Column&& other) noexcept;
  ~Column() = default;

  /// Numbers; `missing` has a true for each missing one, or is empty.
  template <class T>
  static Column of(std::string name, std::vector<T> values, const std::vector<bool>& missing = {});
  /// Numbers of which some are missing.
  template <class T>
  static Column of(std::string name, const std::vector<std::optional<T>>& values);
  static Column of(std::string name, const std::vector<std::optional<Date>>& dates);
  static Column of(std::string name, const std::vector<Date>& dates);
  static Column of(std::string name, const std::vector<bool>& values,
                   const std::vector<bool>& missing = {});
  static Column of(std::string name, const std::vector<std::string>& texts,
                   const std::vector<bool>& missing = {});
  /// Codes into `labels`; a negative code is a missing value.
  static Column category(std::string name, std::vector<std::int32_t> codes,
                         const std::vector<std::string>& labels);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const Parts& parts() const noexcept { return parts_; }
  [[nodiscard]] ColumnType type() const noexcept { return parts_.type; }
  [[nodiscard]] std::int64_t size() const noexcept { return parts_.length; }
  [[nodiscard]] bool has_missing() const noexcept { return null_count() > 0; }
  [[nodiscard]] std::int64_t null_count() const noexcept;
  [[nodiscard]] bool is_missing(std::int64_t row) const;

  /// The values of a column of numbers, in its own type: int32 for dates and codes of categories,
  /// int64 for moments.
  template <class T>
  [[nodiscard]] std::span<const T> values() const {
    return {static_cast<const T*>(first_value(detail::number_type<T>())),
            static_cast<std::size_t>(parts_.length)};
  }
  /// The text of a row of text or category; empty where it is missing.
  [[nodiscard]] std::string_view text(std::int64_t row) const;
  /// The value of a row of booleans; that of a missing one means nothing.
  [[nodiscard]] bool boolean(std::int64_t row) const;

  /// Rows [from, from + length), cut to what there is.
  [[nodiscard]] Column slice(std::int64_t from, std::int64_t length) const;
  [[nodiscard]] Column renamed(std::string name) const { return {std::move(name), parts_}; }

 private:
  /// Where the values begin; throws where they aren't of the type that is asked for.
  [[nodiscard]] const void* first_value(ColumnType asked) const;
  void require_row(std::int64_t row) const;

  std::string name_;
  Parts parts_;
};

template <class T>
Column Column::of(std::string name, std::vector<T> values, const std::vector<bool>& missing) {
  Parts parts;
  parts.type = detail::number_type<T>();
  parts.length = static_cast<std::int64_t>(values.size());
  parts.validity = detail::validity_of(missing);
  parts.values = Buffer::of(std::move(values));
  return {std::move(name), std::move(parts)};
}

template <class T>
Column Column::of(std::string name, const std::vector<std::optional<T>>& values) {
  std::vector<T> numbers;
  std::vector<bool> missing;
  numbers.reserve(values.size());
  missing.reserve(values.size());
  for (const std::optional<T>& value : values) {
    numbers.push_back(value.value_or(T{}));
    missing.push_back(!value);
  }
  return of(std::move(name), std::move(numbers), missing);
}

}  // namespace sauro::inline v0_1
