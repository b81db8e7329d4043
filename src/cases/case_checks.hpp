#pragma once

#include <optional>

#include "sauro/cases/case_status.hpp"
#include "sauro/core/problem.hpp"
#include "cases/case_reader.hpp"

namespace sauro::inline v0_1::detail {

/// Throws ValidationError(invalid_column) for columns that are missing or don't fit each other.
void check_columns(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns,
                   const std::optional<RollUpKeys>& keys);

/// Throws ValidationError(invalid_column) where groups are too many to have numbers.
void check_groups(std::int64_t groups, const RollUpKeys& keys);

/// Why a row can't be right, in words.
Bilingual text_of(Fault fault, const CaseLog& cases);

}  // namespace sauro::inline v0_1::detail
