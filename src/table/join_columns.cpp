#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include "table/arrow_types.hpp"
#include "table/label_union.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::int64_t rows_of(const std::vector<Column>& chunks) {
  std::int64_t rows = 0;
  for (const Column& chunk : chunks) rows += chunk.size();
  return rows;
}

Buffer validity_of_all(const std::vector<Column>& chunks) {
  const bool any = std::any_of(chunks.begin(), chunks.end(),
                               [](const Column& chunk) { return chunk.has_missing(); });
  if (!any) return {};
  std::vector<std::uint8_t> bits(static_cast<std::size_t>(rows_of(chunks) + 7) / 8);
  static constexpr std::array<std::uint8_t, 1> all{0xFF};
  std::int64_t row = 0;
  for (const Column& chunk : chunks) {
    const Column::Parts& parts = chunk.parts();
    if (parts.validity.data != nullptr) {
      copy_bits(parts.validity.data, parts.offset, parts.length, bits, row);
    } else {
      for (std::int64_t i = 0; i < parts.length; i += 8) {
        copy_bits(all.data(), 0, std::min<std::int64_t>(8, parts.length - i), bits, row + i);
      }
    }
    row += parts.length;
  }
  return Buffer::of(std::move(bits));
}

Column::Parts parts_of(const std::vector<Column>& chunks) {
  Column::Parts parts;
  parts.type = chunks.front().type();
  parts.length = rows_of(chunks);
  parts.validity = validity_of_all(chunks);
  return parts;
}

template <class Offset>
Column with_offsets(const std::vector<Column>& chunks, ColumnType type, std::size_t size) {
  Column::Parts parts = parts_of(chunks);
  parts.type = type;
  std::vector<Offset> offsets{0};
  std::vector<char> bytes;
  offsets.reserve(static_cast<std::size_t>(parts.length) + 1);
  bytes.reserve(size + 1);
  for (const Column& chunk : chunks) {
    for (std::int64_t i = 0; i < chunk.size(); ++i) {
      const std::string_view text = chunk.text(i);
      bytes.insert(bytes.end(), text.begin(), text.end());
      offsets.push_back(static_cast<Offset>(bytes.size()));
    }
  }
  parts.values = Buffer::of(std::move(offsets));
  parts.bytes = Buffer::of(std::move(bytes));
  return {chunks.front().name(), std::move(parts)};
}

Column joined_texts(const std::vector<Column>& chunks) {
  std::size_t size = 0;
  for (const Column& chunk : chunks) {
    for (std::int64_t i = 0; i < chunk.size(); ++i) size += chunk.text(i).size();
  }
  if (size > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    return with_offsets<std::int64_t>(chunks, ColumnType::large_text, size);
  }
  return with_offsets<std::int32_t>(chunks, ColumnType::text, size);
}

bool same_texts(const Column& a, const Column& b) {
  if (a.size() != b.size()) return false;
  for (std::int64_t i = 0; i < a.size(); ++i) {
    if (a.text(i) != b.text(i)) return false;
  }
  return true;
}

Column joined_categories(const std::vector<Column>& chunks) {
  const Column& first = *chunks.front().parts().labels;
  LabelUnion labels;
  static_cast<void>(labels.codes_of(first));  // they are themselves
  Column::Parts parts = parts_of(chunks);
  std::vector<std::int32_t> codes;
  codes.reserve(static_cast<std::size_t>(parts.length));
  for (const Column& chunk : chunks) {
    const Column& own = *chunk.parts().labels;
    std::vector<std::int32_t> code_of;
    if (!same_texts(own, first)) code_of = labels.codes_of(own);
    const std::span<const std::int32_t> values = chunk.values<std::int32_t>();
    for (std::int64_t i = 0; i < chunk.size(); ++i) {
      const std::int32_t code = values[static_cast<std::size_t>(i)];
      const bool is_missing = missing_in(chunk.parts(), i);  // its code may be anything
      codes.push_back(is_missing        ? 0
                      : code_of.empty() ? code
                                        : code_of[static_cast<std::size_t>(code)]);
    }
  }
  parts.values = Buffer::of(std::move(codes));
  parts.labels = labels.column();
  return {chunks.front().name(), std::move(parts)};
}

Column joined_booleans(const std::vector<Column>& chunks) {
  Column::Parts parts = parts_of(chunks);
  std::vector<std::uint8_t> bits(static_cast<std::size_t>(parts.length + 7) / 8);
  std::int64_t row = 0;
  for (const Column& chunk : chunks) {
    for (std::int64_t i = 0; i < chunk.size(); ++i, ++row) {
      if (chunk.boolean(i)) set_bit(bits, row);
    }
  }
  parts.values = Buffer::of(std::move(bits));
  return {chunks.front().name(), std::move(parts)};
}

Column joined_numbers(const std::vector<Column>& chunks) {
  Column::Parts parts = parts_of(chunks);
  const std::size_t width = width_of(parts.type);
  std::vector<std::byte> bytes;
  bytes.reserve(static_cast<std::size_t>(parts.length) * width);
  for (const Column& chunk : chunks) {
    if (chunk.size() == 0) continue;
    const auto* from = static_cast<const std::byte*>(chunk.parts().values.data) +
                       static_cast<std::size_t>(chunk.parts().offset) * width;
    bytes.insert(bytes.end(), from, from + static_cast<std::size_t>(chunk.size()) * width);
  }
  parts.values = Buffer::of(std::move(bytes));
  return {chunks.front().name(), std::move(parts)};
}

}  // namespace

Column joined_columns(const std::vector<Column>& chunks) {
  if (chunks.size() == 1) return chunks.front();
  const ColumnType type = chunks.front().type();
  if (is_text(type)) return joined_texts(chunks);
  if (type == ColumnType::category) return joined_categories(chunks);
  if (type == ColumnType::boolean) return joined_booleans(chunks);
  return joined_numbers(chunks);
}

}  // namespace sauro::inline v0_1::detail
