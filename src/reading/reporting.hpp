#pragma once

#include <optional>
#include <string_view>

#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {

/// Who reports to whom and how often, where a sentence says that somebody does.
[[nodiscard]] std::optional<Reporting> find_reporting(Context& context, std::string_view sentence,
                                                      Place place);

}  // namespace sauro::inline v0_1::detail
