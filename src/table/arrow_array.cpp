#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "table/arrow_source.hpp"

namespace sauro::inline v0_1::detail {
namespace {

void check_utf8(const ArrowSource& source, std::string_view text, std::int64_t row) {
  if (!find_invalid_utf8(text)) return;
  refuse_array(source.name(), say("có chuỗi không phải UTF-8 ở dòng {}",
                                  "has a text that is no UTF-8 in row {}", row));
}

/// Whether all texts are UTF-8: their bytes are as a whole, and none begins within a character.
template <class Offset>
bool are_utf8(const Offset* offsets, std::int64_t length, const char* bytes) {
  const Offset begin = offsets[0];
  const Offset end = offsets[length];
  if (begin == end) return true;
  bool is_sound = !find_invalid_utf8({bytes + begin, static_cast<std::size_t>(end - begin)});
  for (std::int64_t i = 0; i < length; ++i) {
    const Offset at = offsets[i] < end ? offsets[i] : begin;
    is_sound &= (static_cast<unsigned char>(bytes[at]) & 0xC0U) != 0x80U;
  }
  return is_sound;
}

/// Texts that are there have to be UTF-8; what lies below missing ones may be anything.
template <class Offset>
void check_texts(const ArrowSource& source, const Column::Parts& parts) {
  const auto* offsets = static_cast<const Offset*>(parts.values.data) + parts.offset;
  const auto* bytes = static_cast<const char*>(parts.bytes.data);
  if (are_utf8(offsets, parts.length, bytes)) return;
  for (std::int64_t i = 0; i < parts.length; ++i) {
    if (source.is_missing(i)) continue;
    const auto size = static_cast<std::size_t>(offsets[i + 1] - offsets[i]);
    check_utf8(source, {bytes + offsets[i], size}, i);
  }
}

/// Offsets never go back and stay in front of no byte; the last one is the size of the bytes.
template <class Offset>
void check_offsets(const ArrowSource& source, Column::Parts& parts) {
  const auto* offsets = static_cast<const Offset*>(parts.values.data) + parts.offset;
  bool is_sound = offsets[0] >= 0;
  for (std::int64_t i = 0; i < parts.length; ++i) is_sound &= offsets[i] <= offsets[i + 1];
  const Offset end = offsets[parts.length];
  if (!is_sound || (end > offsets[0] && source.array().buffers[2] == nullptr)) {
    refuse_array(source.name(),
                 say("có chuỗi nằm ngoài vùng nhớ", "has texts outside of their bytes"));
  }
  parts.bytes = source.share(2);
  parts.bytes.size = static_cast<std::size_t>(end);
  check_texts<Offset>(source, parts);
}

Column texts_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 3, batch);
  if (array.length == 0) return empty_column(reception);
  Column::Parts parts = source.parts(reception.type);
  if (reception.type == ColumnType::text) {
    parts.values = source.values(sizeof(std::int32_t), 1);
    check_offsets<std::int32_t>(source, parts);
  } else {
    parts.values = source.values(sizeof(std::int64_t), 1);
    check_offsets<std::int64_t>(source, parts);
  }
  return {reception.name, std::move(parts)};
}

Column plain_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 2, batch);
  if (array.length == 0) return empty_column(reception);
  Column::Parts parts = source.parts(reception.type);
  parts.values = source.values(facts(reception.type).width);
  return {reception.name, std::move(parts)};
}

// texts as views: a length and either the text or where it stands in one of several buffers

class Views {
 public:
  explicit Views(const ArrowSource& source)
      : source_(source), buffers_(source.array().n_buffers - 3) {
    sizes_ = static_cast<const std::int64_t*>(source.array().buffers[2 + buffers_]);
    if (buffers_ > 0 && sizes_ == nullptr) refuse_row(0);
  }

  [[nodiscard]] std::string_view at(std::int64_t row) const {
    constexpr std::size_t width = 16;
    constexpr std::int32_t most_inlined = 12;
    const auto* view = static_cast<const char*>(source_.array().buffers[1]) +
                       static_cast<std::size_t>(source_.array().offset + row) * width;
    std::int32_t facts[4];  // size, start of the text, buffer, place in it
    std::memcpy(facts, view, width);
    const std::int32_t size = facts[0];
    if (size < 0) refuse_row(row);
    if (size <= most_inlined) return {view + 4, static_cast<std::size_t>(size)};
    const std::int32_t buffer = facts[2];
    const std::int64_t from = facts[3];
    if (buffer < 0 || buffer >= buffers_ || from < 0 || from + size > size_of(buffer) ||
        source_.array().buffers[2 + buffer] == nullptr) {
      refuse_row(row);
    }
    return {static_cast<const char*>(source_.array().buffers[2 + buffer]) + from,
            static_cast<std::size_t>(size)};
  }

 private:
  [[nodiscard]] std::int64_t size_of(std::int32_t buffer) const {
    std::int64_t size = 0;
    std::memcpy(&size, sizes_ + buffer, sizeof(size));
    return size;
  }

  [[noreturn]] void refuse_row(std::int64_t row) const {
    refuse_array(source_.name(), say("có chuỗi trỏ ra ngoài các vùng nhớ ở dòng {}",
                                     "has a view of a text outside of its buffers in row {}", row));
  }

  const ArrowSource& source_;
  std::int64_t buffers_;
  const std::int64_t* sizes_ = nullptr;
};

Column views_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 3, batch);
  if (array.length == 0) return empty_column(reception);
  const Views views(source);
  std::vector<std::string> texts(source.rows());
  std::vector<bool> missing = source.missing();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (missing[i]) continue;
    const auto row = static_cast<std::int64_t>(i);
    const std::string_view text = views.at(row);
    check_utf8(source, text, row);
    texts[i] = text;
  }
  return Column::of(reception.name, texts, missing);
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
  return Column::of(reception.name, std::vector<std::string>(source.rows()),
                    std::vector<bool>(source.rows(), true));
}

}  // namespace

Column column_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  switch (reception.arrival) {
    case Arrival::text_view:
      return views_of(reception, array, batch);
    case Arrival::nothing:
      return nothing_of(reception, array, batch);
    case Arrival::days64:
      return days_of(reception, array, batch);
    case Arrival::decimal:
      return decimals_of(reception, array, batch);
    case Arrival::dictionary:
      return categories_of(reception, array, batch);
    case Arrival::as_is:
      break;
  }
  return is_text(reception.type) ? texts_of(reception, array, batch)
                                 : plain_of(reception, array, batch);
}

Column empty_column(const Reception& reception) {
  if (reception.type == ColumnType::category) return Column::category(reception.name, {}, {});
  if (is_text(reception.type)) return Column::of(reception.name, std::vector<std::string>{});
  Column::Parts parts;
  parts.type = reception.type;
  parts.values = Buffer::of(std::vector<std::int64_t>(1));
  return {reception.name, std::move(parts)};
}

}  // namespace sauro::inline v0_1::detail
