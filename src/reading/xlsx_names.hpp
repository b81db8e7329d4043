#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// How workbooks write places.
namespace sauro::inline v0_1::detail {

/// The limits of the format itself.
inline constexpr std::uint32_t last_sheet_row = 1'048'576;
inline constexpr std::uint32_t last_sheet_column = 16'384;

struct CellName {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

/// Cells from one corner to the other, both of them in it.
struct SheetRange {
  std::uint32_t first_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint32_t last_column = 0;

  friend auto operator<=>(const SheetRange&, const SheetRange&) = default;
  [[nodiscard]] std::string name() const;  ///< "C2:C3"
};

/// A whole number from 1 to `most`, and nothing beside it.
[[nodiscard]] std::optional<std::uint32_t> place_number(std::string_view text,
                                                        std::uint32_t most) noexcept;

/// "C12", with or without the signs of a fixed place.
[[nodiscard]] std::optional<CellName> parse_cell_name(std::string_view text) noexcept;

/// "C2:D3", or "C2" for one cell; its corners may come in any order.
[[nodiscard]] std::optional<SheetRange> parse_range(std::string_view text) noexcept;

}  // namespace sauro::inline v0_1::detail
