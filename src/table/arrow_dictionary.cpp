#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

#include "table/arrow_source.hpp"
#include "table/label_union.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Labels that are there and differ, and which of them each entry of the dictionary is.
struct Labels {
  std::shared_ptr<const Column> column;
  /// -1 for one that is missing; empty where all are themselves.
  std::vector<std::int32_t> code_of;
};

Labels labels_of(const Column& dictionary) {
  LabelUnion labels;
  std::vector<std::int32_t> code_of = labels.codes_of(dictionary);
  if (labels.size() == code_of.size()) return {std::make_shared<const Column>(dictionary), {}};
  return {labels.column(), std::move(code_of)};
}

/// Whether all codes are, those below missing values too.
template <class Code>
bool are_within(const Code* codes, std::int64_t length, std::int64_t entries) {
  bool within = true;
  for (std::int64_t i = 0; i < length; ++i) {
    within &= static_cast<std::uint64_t>(codes[i]) < static_cast<std::uint64_t>(entries);
  }
  return within;
}

template <class Code>
Column coded(const ArrowSource& source, const Labels& labels, std::int64_t entries) {
  const Buffer held = source.values(sizeof(Code));
  const auto* codes = static_cast<const Code*>(held.data) + source.array().offset;
  constexpr bool is_ours = sizeof(Code) == sizeof(std::int32_t);  // fewer than 2^31 codes are right
  const bool as_they_are = is_ours && labels.code_of.empty();
  if (as_they_are && are_within(codes, source.length(), entries)) {
    Column::Parts parts = source.parts(ColumnType::category);
    parts.values = held;
    parts.labels = labels.column;
    return {source.name(), std::move(parts)};
  }
  if (labels.code_of.empty() && !source.may_miss_rows() &&
      are_within(codes, source.length(), entries)) {  // narrow codes, all of them right
    Column::Parts parts = source.parts(ColumnType::category);
    parts.offset = 0;
    parts.validity = {};
    parts.values = Buffer::of(std::vector<std::int32_t>(codes, codes + source.length()));
    parts.labels = labels.column;
    return {source.name(), std::move(parts)};
  }
  std::vector<std::int32_t> ours(as_they_are ? 0 : source.rows());
  std::vector<bool> missing = as_they_are ? std::vector<bool>() : source.missing();
  for (std::int64_t i = 0; i < source.length(); ++i) {
    if (source.is_missing(i)) continue;
    if (std::cmp_less(codes[i], 0) || std::cmp_greater_equal(codes[i], entries)) {
      refuse_array(source.name(), say("mang mã {} ở dòng {}, nhưng từ điển có {} giá trị",
                                      "has the code {} in row {}, but its dictionary has {} values",
                                      +codes[i], i, entries));
    }
    if (as_they_are) continue;
    const auto entry = static_cast<std::size_t>(codes[i]);
    const std::int32_t code =
        labels.code_of.empty() ? static_cast<std::int32_t>(entry) : labels.code_of[entry];
    const auto row = static_cast<std::size_t>(i);
    ours[row] = std::max(code, 0);
    if (code < 0) missing[row] = true;
  }
  Column::Parts parts = source.parts(ColumnType::category);
  if (as_they_are) {
    parts.values = held;
  } else {
    parts.offset = 0;
    parts.validity = validity_of(missing);
    parts.values = Buffer::of(std::move(ours));
  }
  parts.labels = labels.column;
  return {source.name(), std::move(parts)};
}

}  // namespace

Column categories_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 2, batch);
  if (array.dictionary == nullptr) {
    refuse_array(reception.name,
                 say("mảng Arrow thiếu từ điển", "the Arrow array lacks its dictionary"));
  }
  const Column dictionary = column_of(*reception.labels, *array.dictionary, batch);
  const std::int64_t entries = dictionary.size();
  if (entries > std::numeric_limits<std::int32_t>::max()) {
    refuse_array(reception.name, say("từ điển có {} giá trị; nhiều nhất {}",
                                     "its dictionary has {} values; at most {}", entries,
                                     std::numeric_limits<std::int32_t>::max()));
  }
  if (array.length == 0) return empty_column(reception);
  const Labels labels = labels_of(dictionary.renamed(""));
  switch (reception.index) {
    case ColumnType::int8:
      return coded<std::int8_t>(source, labels, entries);
    case ColumnType::int16:
      return coded<std::int16_t>(source, labels, entries);
    case ColumnType::int32:
      return coded<std::int32_t>(source, labels, entries);
    case ColumnType::int64:
      return coded<std::int64_t>(source, labels, entries);
    case ColumnType::uint8:
      return coded<std::uint8_t>(source, labels, entries);
    case ColumnType::uint16:
      return coded<std::uint16_t>(source, labels, entries);
    case ColumnType::uint32:
      return coded<std::uint32_t>(source, labels, entries);
    default:
      return coded<std::uint64_t>(source, labels, entries);
  }
}

}  // namespace sauro::inline v0_1::detail
