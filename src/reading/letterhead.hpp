#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Lines of letterheads, as copies run them together.
namespace sauro::inline v0_1::detail {

/// The last body that the lines name, with its place; empty where they name none.
[[nodiscard]] std::string issuer_in_letterhead(const std::vector<std::string>& lines);

/// Where the motto begins that stands in one line behind the issuer, as two columns run together:
/// "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI ..."; npos where the line has none, or nothing else.
[[nodiscard]] std::size_t motto_behind_issuer(std::string_view line);

}  // namespace sauro::inline v0_1::detail
