#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "table/arrow_source.hpp"

namespace sauro::inline v0_1::detail {
namespace {

Column plain_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 2, batch);
  if (array.length == 0) return empty_column(reception);
  Column::Parts parts = source.parts(reception.type);
  parts.values = source.values(facts(reception.type).width);
  return {reception.name, std::move(parts)};
}

// values that are turned into others

Column days_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 2, batch);
  if (array.length == 0) return empty_column(reception);
  constexpr std::int64_t a_day = 86'400'000;
  const Buffer held = source.values(sizeof(std::int64_t));
  const auto* moments = static_cast<const std::int64_t*>(held.data) + array.offset;
  std::vector<std::int32_t> days(source.rows());
  for (std::int64_t i = 0; i < array.length; ++i) {
    if (source.is_missing(i)) continue;
    const std::int64_t day = moments[i] / a_day - (moments[i] % a_day < 0 ? 1 : 0);
    if (day != static_cast<std::int32_t>(day)) {
      refuse_array(source.name(),
                   say("có ngày ngoài phạm vi ở dòng {}", "has a day out of range in row {}", i));
    }
    days[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(day);
  }
  Column::Parts parts = Column::of("", std::move(days), source.missing()).parts();
  parts.type = ColumnType::date;
  return {reception.name, std::move(parts)};
}

/// The whole number of a decimal; false where it doesn't fit.
bool read_whole(const unsigned char* bytes, std::size_t width, std::int64_t& number) {
  std::int32_t small = 0;
  if (width == sizeof(small)) {
    std::memcpy(&small, bytes, width);
    number = small;
    return true;
  }
  std::memcpy(&number, bytes, sizeof(number));
  const unsigned char sign = number < 0 ? 0xFF : 0;
  return std::all_of(bytes + sizeof(number), bytes + width,
                     [sign](unsigned char byte) { return byte == sign; });
}

/// The nearest double of number / 10^scale.
double scaled(std::int64_t number, int scale) {
  char text[40];
  char* end = std::to_chars(text, text + 24, number).ptr;
  *end++ = 'e';
  *end++ = '-';
  end = std::to_chars(end, text + sizeof(text), scale).ptr;
  double value = 0;
  std::from_chars(text, end, value);
  return value;
}

Column decimals_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 2, batch);
  std::vector<std::int64_t> numbers(source.rows());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (source.is_missing(static_cast<std::int64_t>(i))) continue;
    const auto* at = static_cast<const unsigned char*>(array.buffers[1]) +
                     (static_cast<std::size_t>(array.offset) + i) * reception.width;
    if (!read_whole(at, reception.width, numbers[i])) {
      refuse_array(source.name(),
                   say("có số quá lớn ở dòng {}; hãy đổi cột sang số thực trước",
                       "has a number too large in row {}; turn the column into floats first", i));
    }
  }
  if (reception.scale == 0) return Column::of(reception.name, std::move(numbers), source.missing());
  std::vector<double> values(numbers.size());
  std::transform(numbers.begin(), numbers.end(), values.begin(),
                 [&](std::int64_t number) { return scaled(number, reception.scale); });
  return Column::of(reception.name, std::move(values), source.missing());
}

Column nothing_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 0, batch);
  if (reception.is_coded) {
    return Column::category(reception.name, std::vector<std::int32_t>(source.rows(), -1), {});
  }
  return Column::of(reception.name, std::vector<std::string>(source.rows()),
                    std::vector<bool>(source.rows(), true));
}

}  // namespace

Column column_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  if (is_text(reception.type) && reception.arrival != Arrival::nothing) {
    return texts_of(reception, array, batch);
  }
  switch (reception.arrival) {
    case Arrival::nothing:
      return nothing_of(reception, array, batch);
    case Arrival::days64:
      return days_of(reception, array, batch);
    case Arrival::decimal:
      return decimals_of(reception, array, batch);
    case Arrival::dictionary:
      return categories_of(reception, array, batch);
    default:
      return plain_of(reception, array, batch);
  }
}

Column empty_column(const Reception& reception) {
  if (reception.type == ColumnType::category || reception.is_coded) {
    return Column::category(reception.name, {}, {});
  }
  if (is_text(reception.type)) return Column::of(reception.name, std::vector<std::string>{});
  Column::Parts parts;
  parts.type = reception.type;
  parts.values = Buffer::of(std::vector<std::int64_t>(1));
  return {reception.name, std::move(parts)};
}

}  // namespace sauro::inline v0_1::detail
