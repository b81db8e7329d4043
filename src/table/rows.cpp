#include "sauro/table/rows.hpp"

#include "text/parts.hpp"

namespace sauro::inline v0_1 {

std::string detail::listed(const std::vector<std::string>& texts) { return joined(texts, "; "); }

}  // namespace sauro::inline v0_1
