#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// Points that differ by no more than how doubles hold them.
[[nodiscard]] inline bool are_same_points(double a, double b) { return std::fabs(a - b) < 1e-9; }

/// Points in proportion to a share: all of them at 100 %.
struct ShareFormula {
  std::string share = {};  ///< "tỷ lệ % hoàn thành"; empty where two figures make it
  std::string part = {};   ///< "số hồ sơ đúng hạn"
  std::string whole = {};  ///< "tổng số hồ sơ"
};

/// "(tỷ lệ % × điểm tối đa)/100%", "(b/a) × 1", "x/100*2": nothing for any other formula, nor where
/// a share of 100 % wouldn't give `max` points.
[[nodiscard]] std::optional<ShareFormula> share_formula(std::string_view text, double max);

}  // namespace sauro::inline v0_1::detail
