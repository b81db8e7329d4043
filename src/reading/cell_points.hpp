#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What a cell lists: the points of a task, products.
namespace sauro::inline v0_1::detail {

/// A task's text taken apart.
struct TitleAndPoints {
  std::string title;
  std::vector<std::string> points;
  std::size_t marks = 0;  ///< visible characters of the bullets that were left out
};

/// Title and bullets of a cell: bullets begin a line, or follow `;`, `:` or `.`, or stand inline
/// before a capital outside of names; numbered lines ("a) ...") are points too. `-`, `–`, `•`, `*`
/// are left out, `+` and numbers are kept.
[[nodiscard]] TitleAndPoints split_points(std::string_view cell);

/// The products that a cell names: parted at line ends, `;`, `/` and commas before a new one.
[[nodiscard]] std::vector<std::string> split_products(std::string_view cell);

}  // namespace sauro::inline v0_1::detail
