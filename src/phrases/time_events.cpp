// Times that something else sets: "sau khi có hướng dẫn", "trước kỳ họp cuối năm".
#include <algorithm>
#include <cstddef>
#include <utility>

#include "phrases/time_pieces.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

bool PieceReader::try_event() {
  const std::size_t begin = at_;
  if (skip_phrase(PhraseRole::event_alone)) {
    const bool at_once = tokens_[at_ - 1].key == "ngay" && is_word() && !is(va) && !is(hoac);
    if (at_once) return false;  // "hoàn thành ngay sau khi có ..."
    add_event(begin, Construction::event_word);
    return true;
  }
  if (is(theo) && is(doi, 1)) return false;  // "theo dõi"
  const bool after_day =                     // "sau ngày bầu cử", "sau Tết": how many days after?
      is(sau) && ((is(ngay, 1) && is_word(2)) || (begins(feasts, 1) && !is_number(2)));
  if (before_happening()) {
    add_event(begin, Construction::event);
    return true;
  }
  if (!skip_phrase(PhraseRole::event) && !after_day) return false;
  if (at_ == tokens_.size()) return false;
  at_ = begin + 1;
  (void)rest_of_event();
  add_event(begin, Construction::event);
  return true;
}

/// "trước kỳ họp thứ 5", "sau Đại hội": its day isn't told; one that stands behind it is not it
bool PieceReader::before_happening() {
  return attempt([&] {
    if (!eat(truoc) && !eat(sau)) return false;
    eat(ngay) || skip_phrase(PhraseRole::lead);  // "trước thời điểm bầu cử"
    if (!skip_phrase(PhraseRole::happening)) return false;
    while (at_ < tokens_.size() && !is_sign(';') && !is_sign(',') && !is(va)) {
      if (is_sign('/') || ((is(ngay) || is(thang)) && is_number(1))) return false;
      ++at_;
    }
    return true;
  });
}

void PieceReader::add_event(std::size_t begin, Construction construction) {
  TimeItem item;
  item.construction = construction;
  item.type = TimeItem::Type::event;
  item.event = words(begin, at_);
  add(std::move(item));
}

/// "đến khi hoàn thành": an end without a day; what holds figures may hold one
bool PieceReader::until_event() {
  return attempt([&] {
    if (!skip_phrase(PhraseRole::until_event)) return false;
    const std::size_t begin = at_;
    (void)rest_of_event();
    const auto figure = [](const Token& token) { return token.kind == Token::Kind::number; };
    const auto first = tokens_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = tokens_.begin() + static_cast<std::ptrdiff_t>(at_);
    return at_ > begin && std::none_of(first, last, figure);
  });
}

}  // namespace sauro::inline v0_1::detail
