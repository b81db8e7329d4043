#pragma once

#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "table/arrow_types.hpp"
#include "table/types.hpp"

// The columnar format doesn't say how long its buffers are. All that can be told without them is
// checked here, once, so that nothing behind has to doubt it.

namespace sauro::inline v0_1::detail {

inline constexpr std::int64_t most_rows = std::int64_t{1} << 40;

inline bool is_row_count(std::int64_t n) noexcept { return n >= 0 && n <= most_rows; }

using Batch = std::shared_ptr<const void>;

[[noreturn]] inline void refuse_array(const std::string& name, const Bilingual& what) {
  throw ValidationError(ErrorCode::invalid_column, name, what);
}

/// An array whose counts and pointers were checked.
class ArrowSource {
 public:
  /// `buffers` is how many the type has.
  ArrowSource(const Reception& reception, const ArrowArray& array, std::int64_t buffers,
              const Batch& batch)
      : name_(reception.name), array_(array), batch_(batch) {
    if (!is_row_count(array.length) || !is_row_count(array.offset)) {
      refuse_array(name_,
                   say("mảng Arrow nêu {} dòng sau {} dòng khác; nhiều nhất {}",
                       "the Arrow array says that it has {} rows after {} others; at most {}",
                       array.length, array.offset, most_rows));
    }
    if (array.null_count < -1 || array.null_count > array.length) {
      refuse_array(name_, say("mảng Arrow nêu {} giá trị thiếu trong {} dòng",
                              "the Arrow array says that {} values of {} rows are missing",
                              array.null_count, array.length));
    }
    const bool has_buffers =
        array.n_buffers >= buffers && (buffers == 0 || array.buffers != nullptr);
    const bool has_values =
        has_buffers && (buffers < 2 || array.length == 0 || array.buffers[1] != nullptr);
    if (!has_values || (buffers > 0 && array.null_count > 0 && array.buffers[0] == nullptr)) {
      refuse_array(name_, say("mảng Arrow thiếu vùng nhớ", "the Arrow array lacks buffers"));
    }
  }

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::int64_t length() const noexcept { return array_.length; }
  [[nodiscard]] const ArrowArray& array() const noexcept { return array_; }
  [[nodiscard]] std::size_t rows() const noexcept {
    return static_cast<std::size_t>(array_.length);
  }

  [[nodiscard]] bool may_miss_rows() const {
    return array_.null_count != 0 && array_.buffers[0] != nullptr;
  }
  [[nodiscard]] bool is_missing(std::int64_t row) const {
    return may_miss_rows() && !bit(array_.buffers[0], array_.offset + row);
  }

  [[nodiscard]] std::vector<bool> missing() const {
    std::vector<bool> missing(rows());
    for (std::int64_t i = 0; i < length(); ++i)
      missing[static_cast<std::size_t>(i)] = is_missing(i);
    return missing;
  }

  [[nodiscard]] Buffer share(std::int64_t number) const {
    return {array_.buffers[number], batch_, {}};
  }

  /// The values of a width in bytes; copied where they don't lie as the machine wants it.
  [[nodiscard]] Buffer values(std::size_t width, std::size_t more = 0) const {
    const void* data = array_.buffers[1];
    if (width < 2 || std::bit_cast<std::uintptr_t>(data) % width == 0) return share(1);
    const std::size_t size = (static_cast<std::size_t>(array_.offset) + rows() + more) * width;
    std::vector<std::int64_t> copy(size / sizeof(std::int64_t) + 1);
    std::memcpy(copy.data(), data, size);
    return Buffer::of(std::move(copy));
  }

  /// Bits of validity, that of the first row at the first place; nothing where none is missing.
  [[nodiscard]] Buffer validity_from_first() const {
    if (array_.null_count == 0 || array_.buffers[0] == nullptr) return {};
    if (array_.offset == 0) return share(0);
    std::vector<std::uint8_t> bits((rows() + 7) / 8);
    copy_bits(array_.buffers[0], array_.offset, length(), bits, 0);
    return Buffer::of(std::move(bits));
  }

  [[nodiscard]] Column::Parts parts(ColumnType type) const {
    Column::Parts parts;
    parts.type = type;
    parts.length = array_.length;
    parts.offset = array_.offset;
    if (array_.null_count != 0) parts.validity = share(0);
    return parts;
  }

 private:
  const std::string& name_;
  const ArrowArray& array_;
  const Batch& batch_;
};

/// Texts as they came or, where the reception wants it, as codes.
Column texts_of(const Reception& reception, const ArrowArray& array, const Batch& batch);

/// The column of codes and the texts that they stand for.
Column categories_of(const Reception& reception, const ArrowArray& array, const Batch& batch);

}  // namespace sauro::inline v0_1::detail
