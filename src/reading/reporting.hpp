#pragma once

#include <optional>
#include <string_view>

#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {

/// Who reports to whom and how often, where a sentence says that somebody does.
[[nodiscard]] std::optional<Reporting> find_reporting(Context& context, std::string_view sentence,
                                                      Place place);

/// Adds text that gives nobody work to the last section; its sentences may say who reports.
void add_told_text(Context& context, std::string_view text, Place place);

}  // namespace sauro::inline v0_1::detail
