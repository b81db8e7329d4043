#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "core/parallel.hpp"
#include "table/arrow_source.hpp"
#include "table/label_union.hpp"

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
}

/// Texts with offsets, whose places are checked.
template <class Offset>
Column::Parts placed(const ArrowSource& source, ColumnType type) {
  Column::Parts parts = source.parts(type);
  parts.values = source.values(sizeof(Offset), 1);
  check_offsets<Offset>(source, parts);
  return parts;
}

template <class Offset>
Column as_they_are(const Reception& reception, const ArrowSource& source) {
  Column::Parts parts = placed<Offset>(source, reception.type);
  check_texts<Offset>(source, parts);
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

/// Texts with offsets, one by one.
template <class Offset>
class Placed {
 public:
  explicit Placed(const Column::Parts& parts)
      : offsets_(static_cast<const Offset*>(parts.values.data) + parts.offset),
        bytes_(static_cast<const char*>(parts.bytes.data)) {}

  [[nodiscard]] std::string_view at(std::int64_t row) const {
    return {bytes_ + offsets_[row], static_cast<std::size_t>(offsets_[row + 1] - offsets_[row])};
  }

 private:
  const Offset* offsets_;
  const char* bytes_;
};

Column copied(const Reception& reception, const ArrowSource& source) {
  const Views views(source);
  std::vector<std::string> texts(source.rows());
  const std::vector<bool> missing = source.missing();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (missing[i]) continue;
    const auto row = static_cast<std::int64_t>(i);
    const std::string_view text = views.at(row);
    check_utf8(source, text, row);
    texts[i] = text;
  }
  return Column::of(reception.name, texts, missing);
}

/// A code for each text, in order of first sight; each of those that differ is checked once.
///
/// Threads number texts of their own, which then become one list.
template <class Texts>
Column coded(const Reception& reception, const ArrowSource& source, const Texts& texts) {
  constexpr std::size_t rows_a_thread = 1U << 16U;
  const std::size_t count = parallel_parts(source.rows(), rows_a_thread, 0);
  const auto first_of = [&](std::size_t part) { return source.rows() * part / count; };
  std::vector<std::int32_t> codes(source.rows());
  std::vector<LabelUnion> parts(count);
  parallel(count, 1, 0, [&](std::size_t from, std::size_t to) {
    for (std::size_t part = from; part < to; ++part) {
      LabelUnion& labels = parts[part];
      for (std::size_t i = first_of(part); i < first_of(part + 1); ++i) {
        if (i % rows_a_thread == 0) poll();
        const auto row = static_cast<std::int64_t>(i);
        if (source.is_missing(row)) continue;
        const std::size_t known = labels.size();
        const std::string_view text = texts.at(row);
        codes[i] = labels.code_of(text);
        if (labels.size() != known) check_utf8(source, text, row);
      }
    }
  });
  LabelUnion& all = parts.front();
  for (std::size_t part = 1; part < count; ++part) {
    const std::vector<std::int32_t> code_of = all.codes_of(parts[part].texts());
    if (code_of.empty()) continue;  // nothing but missing texts
    for (std::size_t i = first_of(part); i < first_of(part + 1); ++i) {
      codes[i] = code_of[static_cast<std::size_t>(codes[i])];
    }
  }
  Column::Parts column = source.parts(ColumnType::category);
  column.offset = 0;
  column.validity = source.validity_from_first();
  column.values = Buffer::of(std::move(codes));
  column.labels = all.column();
  return {reception.name, std::move(column)};
}

}  // namespace

Column texts_of(const Reception& reception, const ArrowArray& array, const Batch& batch) {
  const ArrowSource source(reception, array, 3, batch);
  if (array.length == 0) return empty_column(reception);
  const bool is_coded = reception.is_coded;
  if (reception.arrival == Arrival::text_view) {
    return is_coded ? coded(reception, source, Views(source)) : copied(reception, source);
  }
  const auto with_offsets = [&](auto zero) {
    using Offset = decltype(zero);
    if (!is_coded) return as_they_are<Offset>(reception, source);
    const Column::Parts parts = placed<Offset>(source, reception.type);
    return coded(reception, source, Placed<Offset>(parts));
  };
  return reception.type == ColumnType::text ? with_offsets(std::int32_t{})
                                            : with_offsets(std::int64_t{});
}

}  // namespace sauro::inline v0_1::detail
