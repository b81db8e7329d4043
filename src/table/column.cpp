#include "sauro/table/column.hpp"

#include <algorithm>
#include <limits>

#include "sauro/core/error.hpp"
#include "table/types.hpp"

namespace sauro {
namespace {

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

template <class Offset>
std::string_view text_at(const Column::Parts& parts, std::int64_t row) {
  const auto* offsets = static_cast<const Offset*>(parts.values.data) + parts.offset + row;
  return {static_cast<const char*>(parts.bytes.data) + offsets[0],
          static_cast<std::size_t>(offsets[1] - offsets[0])};
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
                            "row " + std::to_string(i) + " has the code " +
                                std::to_string(codes[i]) + ", but there are " +
                                std::to_string(labels.size()) + " labels");
    }
    codes[i] = std::max(codes[i], 0);
  }
  Column column = of(std::move(name), std::move(codes), missing);
  column.parts_.type = ColumnType::category;
  column.parts_.labels = std::make_shared<const Column>(of("", labels));
  return column;
}

std::int64_t Column::null_count() const noexcept {
  if (parts_.validity.data == nullptr) return 0;
  std::int64_t count = 0;
  for (std::int64_t i = 0; i < parts_.length; ++i) count += is_missing(i) ? 1 : 0;
  return count;
}

bool Column::is_missing(std::int64_t row) const noexcept {
  return parts_.validity.data != nullptr && !detail::bit(parts_.validity.data, parts_.offset + row);
}

std::string_view Column::text(std::int64_t row) const noexcept {
  if (is_missing(row)) return {};
  if (parts_.type == ColumnType::text) return text_at<std::int32_t>(parts_, row);
  if (parts_.type == ColumnType::large_text) return text_at<std::int64_t>(parts_, row);
  if (parts_.type != ColumnType::category) return {};
  return parts_.labels->text(values<std::int32_t>()[static_cast<std::size_t>(row)]);
}

bool Column::boolean(std::int64_t row) const noexcept {
  return detail::bit(parts_.values.data, parts_.offset + row);
}

Column Column::slice(std::int64_t from, std::int64_t length) const {
  Column part = *this;
  from = std::clamp<std::int64_t>(from, 0, parts_.length);
  part.parts_.offset += from;
  part.parts_.length = std::clamp<std::int64_t>(length, 0, parts_.length - from);
  return part;
}

}  // namespace sauro
