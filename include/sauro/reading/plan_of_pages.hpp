#pragma once

#include <vector>

#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/reading/page_block.hpp"
#include "sauro/reading/read_plan.hpp"

namespace sauro::inline v0_1 {

/// The plan in paragraphs and tables that another program took from pages.
///
/// They are understood as those of a docx are. An aside goes to `unread` with its reason; what is
/// uncertain becomes a remark (RemarkKind::unsure) with the task and field that it is about.
/// Throws ParseError beyond the limits, for no text at all and for malformed UTF-8. Linear in the
/// text.
[[nodiscard]] SAURO_API Plan plan_of_pages(const std::vector<PageBlock>& blocks,
                                           const ReadOptions& options = {});

}  // namespace sauro::inline v0_1
