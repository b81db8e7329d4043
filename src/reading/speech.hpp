#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {

/// Offset of the sentence in which the issuer speaks after the legal bases ("... Ủy ban nhân dân
/// xã X ban hành Kế hoạch ..., như sau:"); text.size() where there is none.
[[nodiscard]] std::size_t speech_start(const Context& context, std::string_view text);

/// The body that speaks in `text`: the words before "xây dựng", "ban hành", ...
[[nodiscard]] std::string speaker(std::string_view text);

}  // namespace sauro::inline v0_1::detail
