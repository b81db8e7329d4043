#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sauro::inline v0_1::detail {

/// The columns of a block of cases and what a calendar says of days, for the loops over them.
struct CaseDays {
  // by the i-th day of the calendar, and by the k-th working day
  const std::int32_t* before = nullptr;
  const std::int32_t* day = nullptr;
  std::int32_t size = 0;
  std::int32_t working_days = 0;
  std::int32_t base = 0;

  std::size_t count = 0;
  const std::int32_t* received = nullptr;
  const std::int32_t* limit = nullptr;
  const std::int32_t* finished = nullptr;
  std::int32_t* rank = nullptr;
  std::int32_t* place = nullptr;
  std::int32_t* due_day = nullptr;
  std::int32_t* is_right = nullptr;
  std::int32_t* late_days = nullptr;
  std::int64_t* due = nullptr;
  std::int8_t* status = nullptr;
};

/// The number of the period of each day from `base` on; numbers are told from `first` on.
struct PeriodsOfDays {
  const std::int32_t* numbers = nullptr;
  std::int32_t size = 0;
  std::int32_t base = 0;
  std::int32_t first = 0;
};

/// The common case, days and limits in one calendar: loops without a branch on what a row says,
/// each over one or two columns, for one kind of processor.
struct CaseKernels {
  /// Days or numbers in 32 bits: no_value for missing_day, else the nearest one.
  void (*narrow)(const std::int64_t* values, std::size_t count, std::int32_t* out);
  /// The due days by limits in working days, or in days.
  void (*find_due)(const CaseDays& days, bool in_working_days);
  /// The due days that were promised; they may be days off.
  void (*find_promised)(const CaseDays& days);
  /// Statuses and late days by the due days; whether all rows are right. What ends less than `gap`
  /// days after its receipt wants a closer look.
  bool (*compare)(const CaseDays& days, std::int32_t as_of, std::int32_t gap);
  /// One more part of the numbers of groups: a code is its place from 1, 0 what is none of them.
  void (*add_codes)(const std::int32_t* codes, std::size_t count, std::int32_t size,
                    std::int32_t* groups);
  /// Periods of days; no_value for days that none is known of.
  void (*find_periods)(const PeriodsOfDays& periods, const std::int32_t* days, std::size_t count,
                       std::int32_t* out);
};

namespace plain {
extern const CaseKernels case_kernels;
}
#ifdef SAURO_HAS_X86_KERNELS
namespace avx2 {
extern const CaseKernels case_kernels;
}
namespace avx512 {
extern const CaseKernels case_kernels;
}
#endif

/// The loops that this processor runs, the slowest first; all give the same.
std::vector<const CaseKernels*> usable_case_kernels();
const CaseKernels& fastest_case_kernels();

}  // namespace sauro::inline v0_1::detail
