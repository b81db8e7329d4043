#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/index/interval.hpp"

namespace sauro::inline v0_1 {

/// What a cell of a table asks for: one of several intervals or texts of a choice, or none of them;
/// anything by default.
struct SAURO_API Condition {
  std::vector<Interval> among = {};
  std::vector<std::string> texts = {};  ///< values of a choice by their names
  bool negated = false;

  /// Reads what Interval::parse does, "< 18, > 60", "A hoặc B", "A or B", "not(< 18)".
  ///
  /// A comma between two digits is refused: it could be a decimal one. What begins with a letter is
  /// a text, and so is what stands in quotes. Throws ParseError(invalid_interval).
  [[nodiscard]] static Condition parse(std::string_view text);

  [[nodiscard]] bool is_all() const noexcept;
  /// What it holds for, as intervals apart from one another, in order; texts by their place among
  /// `values`, those that aren't there by none.
  [[nodiscard]] std::vector<Interval> intervals(const std::vector<std::string>& values = {}) const;
  /// The text that parse() reads.
  [[nodiscard]] std::string to_string() const;
  /// "dưới 18 hoặc trên 60".
  [[nodiscard]] std::string to_vietnamese() const;

  friend bool operator==(const Condition&, const Condition&) = default;
};

}  // namespace sauro::inline v0_1
