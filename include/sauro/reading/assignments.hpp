#pragma once

#include <span>
#include <string_view>

#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// What one body has to do in a plan: the plan with the tasks, duties, reports and indicators that
/// name it as lead, partner, reporter or owner, or a group that it belongs to ("các sở, ban,
/// ngành"; "các đơn vị" are those whom the document speaks to).
///
/// A lead "liên quan" may be any body and counts; such a partner doesn't. Tasks above those of the
/// body come along. The text, its remarks elsewhere and the coverage don't.
///
///     for_agency(plan, "UBND xã Phú Lộc").duties
[[nodiscard]] SAURO_API Plan for_agency(const Plan& plan, std::string_view agency);

/// The same over many documents: a row a task or duty with the columns document, date, issuer, id,
/// title, role ("lead", "coordinator"), named (false where a group is meant), timeframe, due, text.
[[nodiscard]] SAURO_API Table assignments(std::span<const Plan> plans, std::string_view agency);
[[nodiscard]] SAURO_API Table assignments(std::span<const Plan* const> plans,
                                          std::string_view agency);

}  // namespace sauro::inline v0_1
