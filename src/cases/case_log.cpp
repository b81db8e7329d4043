#include "sauro/cases/case_log.hpp"

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1 {

NumberView NumberView::of(const Column& column) {
  const Column::Parts& parts = column.parts();
  if (width_of(parts.type) == 0) {
    throw ValidationError(
        ErrorCode::invalid_column, column.name(),
        detail::say("có kiểu {}; cần số, ngày hoặc nhóm",
                    "is of {}; numbers, days or categories are needed", to_string(parts.type)));
  }
  static constexpr std::int64_t nothing = 0;
  NumberView view;
  view.data = parts.values.data == nullptr
                  ? static_cast<const void*>(&nothing)
                  : static_cast<const std::byte*>(parts.values.data) +
                        static_cast<std::size_t>(parts.offset) * width_of(parts.type);
  view.type = detail::storage_of(parts.type);
  view.size = static_cast<std::size_t>(parts.length);
  view.validity = static_cast<const std::uint8_t*>(parts.validity.data);
  view.first_bit = parts.offset;
  return view;
}

TimeView TimeView::of(const Column& column) {
  constexpr std::int64_t a_day = 86'400;
  switch (column.type()) {
    case ColumnType::date:
      return {NumberView::of(column), 1};
    case ColumnType::seconds:
      return {NumberView::of(column), a_day};
    case ColumnType::milliseconds:
      return {NumberView::of(column), a_day * 1'000};
    case ColumnType::microseconds:
      return {NumberView::of(column), a_day * 1'000'000};
    case ColumnType::nanoseconds:
      return {NumberView::of(column), a_day * 1'000'000'000};
    default:
      throw ValidationError(
          ErrorCode::invalid_column, column.name(),
          detail::say("có kiểu {}; cần ngày hoặc thời điểm", "is of {}; days or moments are needed",
                      to_string(column.type())));
  }
}

std::optional<std::size_t> CaseLog::find_key(std::string_view name) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].name == name) return i;
  }
  return std::nullopt;
}

}  // namespace sauro::inline v0_1
