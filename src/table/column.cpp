#include "sauro/table/column.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::say;

std::vector<std::uint8_t> bits_of(const std::vector<bool>& values, bool flip) {
  std::vector<std::uint8_t> bits((values.size() + 7) / 8);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != flip) detail::set_bit(bits, static_cast<std::int64_t>(i));
  }
  return bits;
}

template <class Offset>
Column text_column(std::string name, ColumnType type, const std::vector<std::string>& texts,
                   const std::vector<bool>& missing, std::size_t total) {
  std::vector<Offset> offsets(texts.size() + 1);
  std::vector<char> bytes;
  bytes.reserve(std::max<std::size_t>(total, 1));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    bytes.insert(bytes.end(), texts[i].begin(), texts[i].end());
    offsets[i + 1] = static_cast<Offset>(bytes.size());
  }
  Column::Parts parts;
  parts.type = type;
  parts.length = static_cast<std::int64_t>(texts.size());
  parts.validity = detail::validity_of(missing);
  parts.values = Buffer::of(std::move(offsets));
  parts.bytes = Buffer::of(std::move(bytes));
  return {std::move(name), std::move(parts)};
}

[[noreturn]] void refuse(const std::string& name, const Bilingual& what) {
  throw ValidationError(ErrorCode::invalid_column, name, what);
}

[[noreturn]] void refuse_type(const std::string& name, ColumnType type, std::string_view asked) {
  refuse(name, say("có kiểu {}, không phải {}", "is of {}, not of {}", to_string(type), asked));
}

/// Bytes that `rows` values of a type take up among its values.
std::size_t bytes_of(ColumnType type, std::size_t rows) {
  if (type == ColumnType::boolean) return (rows + 7) / 8;
  if (type == ColumnType::text) return (rows + 1) * sizeof(std::int32_t);
  if (type == ColumnType::large_text) return (rows + 1) * sizeof(std::int64_t);
  return rows * detail::facts(type).width;
}

void require_bytes(const std::string& name, const Bilingual& what, const Buffer& buffer,
                   std::size_t bytes) {
  if (buffer.size && *buffer.size < bytes) {
    refuse(name, say("có {} byte {}, cần {}", "has {} bytes of {}, {} are needed", *buffer.size,
                     what, bytes));
  }
  if (buffer.data == nullptr) refuse(name, say("không có {}", "has no {}", what));
}

void require_sound(const std::string& name, const Column::Parts& parts) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 16;
  if (static_cast<std::size_t>(parts.type) >= detail::type_facts.size()) {
    refuse(name, say("có kiểu không rõ", "has no known type"));
  }
  if (parts.length < 0 || parts.offset < 0 || parts.length > most || parts.offset > most) {
    refuse(name, say("có {} dòng sau {} dòng khác", "has {} rows after {} others", parts.length,
                     parts.offset));
  }
  const bool labelled = parts.labels != nullptr && detail::is_text(parts.labels->type());
  if (parts.type == ColumnType::category && !labelled) {
    refuse(name, say("là cột phân loại không có nhãn", "is a category without labels"));
  }
  if (parts.length == 0) return;
  const auto rows = static_cast<std::size_t>(parts.offset + parts.length);
  require_bytes(name, {"giá trị", "values"}, parts.values, bytes_of(parts.type, rows));
  if (parts.validity.data != nullptr) {
    require_bytes(name, {"bit đánh dấu giá trị thiếu", "validity"}, parts.validity, (rows + 7) / 8);
  }
}

/// The text between two offsets, which may come from anywhere.
template <class Offset>
std::string_view text_at(const std::string& name, const Column::Parts& parts, std::int64_t row) {
  const auto* offsets = static_cast<const Offset*>(parts.values.data) + parts.offset + row;
  const Offset from = offsets[0];
  const Offset to = offsets[1];
  const bool inside = parts.bytes.data != nullptr &&
                      (!parts.bytes.size || static_cast<std::size_t>(to) <= *parts.bytes.size);
  if (from < 0 || to < from || (to > from && !inside)) {
    refuse(name, say("có chuỗi nằm ngoài vùng nhớ ở dòng {}",
                     "has a text outside of its bytes in row {}", row));
  }
  if (to == from) return {};
  return {static_cast<const char*>(parts.bytes.data) + from, static_cast<std::size_t>(to - from)};
}

}  // namespace

std::size_t width_of(ColumnType type) noexcept { return detail::facts(type).width; }

Buffer detail::validity_of(const std::vector<bool>& missing) {
  if (std::find(missing.begin(), missing.end(), true) == missing.end()) return {};
  return Buffer::of(bits_of(missing, true));
}

Column Column::of(std::string name, const std::vector<std::optional<Date>>& dates) {
  std::vector<std::int32_t> days;
  std::vector<bool> missing;
  for (const std::optional<Date>& date : dates) {
    days.push_back(date ? date->day_number() : 0);
    missing.push_back(!date.has_value());
  }
  Column column = of(std::move(name), std::move(days), missing);
  column.parts_.type = ColumnType::date;
  return column;
}

Column Column::of(std::string name, const std::vector<Date>& dates) {
  return of(std::move(name), std::vector<std::optional<Date>>(dates.begin(), dates.end()));
}

Column Column::of(std::string name, const std::vector<bool>& values,
                  const std::vector<bool>& missing) {
  Parts parts;
  parts.type = ColumnType::boolean;
  parts.length = static_cast<std::int64_t>(values.size());
  parts.validity = detail::validity_of(missing);
  parts.values = Buffer::of(bits_of(values, false));
  return {std::move(name), std::move(parts)};
}

Column Column::of(std::string name, const std::vector<std::string>& texts,
                  const std::vector<bool>& missing) {
  std::size_t total = 0;
  for (const std::string& text : texts) total += text.size();
  if (total > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    return text_column<std::int64_t>(std::move(name), ColumnType::large_text, texts, missing,
                                     total);
  }
  return text_column<std::int32_t>(std::move(name), ColumnType::text, texts, missing, total);
}

Column Column::category(std::string name, std::vector<std::int32_t> codes,
                        const std::vector<std::string>& labels) {
  std::vector<bool> missing(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    missing[i] = codes[i] < 0;
    if (codes[i] >= static_cast<std::int64_t>(labels.size())) {
      throw ValidationError(ErrorCode::invalid_column, name,
                            detail::say("dòng {} mang mã {}, nhưng chỉ có {} nhãn",
                                        "row {} has the code {}, but there are {} labels", i,
                                        codes[i], labels.size()));
    }
    codes[i] = std::max(codes[i], 0);
  }
  Column column = of(std::move(name), std::move(codes), missing);
  column.parts_.type = ColumnType::category;
  column.parts_.labels = std::make_shared<const Column>(of("", labels));
  return column;
}

Column::Column(std::string name, Parts parts) : name_(std::move(name)), parts_(std::move(parts)) {
  require_sound(name_, parts_);
}

Column::Column(Column&& other) noexcept
    : name_(std::move(other.name_)), parts_(std::exchange(other.parts_, Parts{})) {}

Column& Column::operator=(Column&& other) noexcept {
  Column taken(std::move(other));
  std::swap(name_, taken.name_);
  std::swap(parts_, taken.parts_);
  return *this;
}

void Column::require_row(std::int64_t row) const {
  if (row >= 0 && row < parts_.length) return;
  refuse(name_,
         say("không có dòng {}: cột có {} dòng", "has no row {}: it has {}", row, parts_.length));
}

const void* Column::first_value(ColumnType asked) const {
  if (detail::storage_of(parts_.type) != asked) {
    refuse_type(name_, parts_.type, to_string(asked));
  }
  if (parts_.length == 0) return nullptr;
  return static_cast<const std::byte*>(parts_.values.data) +
         static_cast<std::size_t>(parts_.offset) * width_of(parts_.type);
}

std::int64_t Column::null_count() const noexcept {
  if (parts_.validity.data == nullptr) return 0;
  return parts_.length - detail::count_bits(parts_.validity.data, parts_.offset, parts_.length);
}

bool Column::is_missing(std::int64_t row) const {
  require_row(row);
  return detail::missing_in(parts_, row);
}

std::string_view Column::text(std::int64_t row) const {
  require_row(row);
  if (detail::missing_in(parts_, row)) return {};
  if (parts_.type == ColumnType::text) return text_at<std::int32_t>(name_, parts_, row);
  if (parts_.type == ColumnType::large_text) return text_at<std::int64_t>(name_, parts_, row);
  if (parts_.type != ColumnType::category) {
    refuse_type(name_, parts_.type, "text or category");
  }
  const std::int32_t code = values<std::int32_t>()[static_cast<std::size_t>(row)];
  if (code < 0 || code >= parts_.labels->size()) {
    refuse(name_, say("mang mã {} ở dòng {}, nhưng chỉ có {} nhãn",
                      "has the code {} in row {}, but there are {} labels", code, row,
                      parts_.labels->size()));
  }
  return parts_.labels->text(code);
}

bool Column::boolean(std::int64_t row) const {
  require_row(row);
  if (parts_.type != ColumnType::boolean) {
    refuse_type(name_, parts_.type, "boolean");
  }
  return detail::bit(parts_.values.data, parts_.offset + row);
}

Column Column::slice(std::int64_t from, std::int64_t length) const {
  Column part = *this;
  from = std::clamp<std::int64_t>(from, 0, parts_.length);
  part.parts_.offset += from;
  part.parts_.length = std::clamp<std::int64_t>(length, 0, parts_.length - from);
  return part;
}

}  // namespace sauro::inline v0_1
