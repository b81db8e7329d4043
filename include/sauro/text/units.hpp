#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What a unit measures, and how many of the plainest unit of that dimension one of it is.
struct MeasuringUnit {
  std::string dimension = {};  ///< "vnd", "vnd/người"; the words themselves where it only counts
  double factor = 1;

  friend bool operator==(const MeasuringUnit&, const MeasuringUnit&) = default;
};

/// Reads "tỷ đồng", "nghìn tấn", "người/vạn dân", "doanh nghiệp/1000 dân", "% GDP".
///
/// Words before the unit multiply it; what follows it belongs to the dimension, so that
/// "tỷ đồng (giá so sánh 2010)" and "tỷ đồng" are two. A text without a known unit counts what it
/// names. Case, spaces and normal form don't matter, diacritics do.
[[nodiscard]] SAURO_API MeasuringUnit read_unit(std::string_view text);

/// A value in another unit of the same dimension; nothing where the dimensions differ.
[[nodiscard]] SAURO_API std::optional<double> try_convert_unit(double value, std::string_view from,
                                                               std::string_view to);

/// The same; throws Error(invalid_unit) where the dimensions differ.
///
///     convert_unit(3, "tỷ đồng", "triệu đồng") == 3000
[[nodiscard]] SAURO_API double convert_unit(double value, std::string_view from,
                                            std::string_view to);

}  // namespace sauro::inline v0_1
