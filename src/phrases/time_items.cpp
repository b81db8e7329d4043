#include "phrases/time_items.hpp"

#include <array>
#include <utility>
#include "data/time_phrases.hpp"

#include "phrases/time_points.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using enum Word;

constexpr std::size_t most_tokens = 96;  // a cell of more words is no timeframe

struct Phrase {
  std::vector<PhraseWord> words;
  std::string_view role;
};

const std::vector<Phrase>& phrases() {
  static const std::vector<Phrase> loaded = [] {
    std::vector<Phrase> made;
    for (const auto& [phrase, role] : data::time_phrases) {
      made.push_back({phrase_words(phrase), role});
    }
    return made;
  }();
  return loaded;
}

/// Recursive descent over the tokens; each try_ either takes its words or leaves the place alone.
class Parser : public PointReader {
 public:
  explicit Parser(std::string_view text)
      : PointReader(text, tokenize(text, Numbers::whole, most_tokens + 1)) {}

  std::optional<std::vector<TimeItem>> run() {
    if (tokens_.size() > most_tokens) return std::nullopt;
    while (at_ < tokens_.size()) {
      if (skip_separator()) continue;
      if (!(try_item() || skip_phrase("lead"))) return std::nullopt;
    }
    if (items_.empty()) return std::nullopt;
    return std::move(items_);
  }

 private:
  bool skip_separator() {
    const Token& next = token();
    if (next.kind == Token::Kind::word) {
      if (next.word != va && next.word != hoac) return false;
      alternative_ = alternative_ || next.word == hoac;
      joined_ = true;
    } else if (next.kind == Token::Kind::sign) {
      if (next.sign == '\0' || next.sign == '%') return false;
      joined_ = joined_ || next.sign == ',';
    } else {
      return false;
    }
    ++at_;
    return true;
  }

  [[nodiscard]] bool meets(const Phrase& phrase) const {
    if (at_ + phrase.words.size() > tokens_.size()) return false;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      if (!phrase.words[i].meets(tokens_[at_ + i])) return false;
    }
    return true;
  }

  bool skip_phrase(std::string_view role) {
    for (const Phrase& phrase : phrases()) {
      if (phrase.role == role && meets(phrase)) {
        at_ += phrase.words.size();
        return true;
      }
    }
    return false;
  }

  void add(TimeItem item) {
    item.alternative = alternative_ && !items_.empty();
    item.joined = joined_ && !items_.empty();
    alternative_ = joined_ = false;
    has_every_ = has_every_ || item.type == TimeItem::Type::every;
    items_.push_back(std::move(item));
  }

  bool try_item() {
    return attempt([&] { return try_limit(); }) || attempt([&] { return try_continuous(); }) ||
           attempt([&] { return try_rhythm(); }) || attempt([&] { return try_vision(); }) ||
           attempt([&] { return try_roadmap(); }) || attempt([&] { return try_open_end(); }) ||
           attempt([&] { return try_span(); }) || attempt([&] { return try_event(); });
  }

  // events

  /// "Trong 05 ngày làm việc kể từ ngày nhận văn bản", "23 ngày trước ngày bầu cử"
  bool try_limit() {
    TimeItem item;
    item.type = TimeItem::Type::event;
    const bool marked = eat_limit_lead();
    if (!is_number() || token().digits > 4) return false;
    const int amount = number();
    ++at_;
    TimeUnit unit = TimeUnit::days;
    if (eat(ngay, lam, viec)) {
      unit = TimeUnit::working_days;
    } else if (eat(thang)) {
      unit = TimeUnit::months;
    } else if (eat(tuan)) {
      unit = TimeUnit::weeks;
    } else if (eat(gio)) {
      unit = TimeUnit::hours;
    } else if (eat(nam)) {
      unit = TimeUnit::years;
    } else if (!eat(ngay)) {
      return false;
    }
    eat(lam, viec);
    const bool from = eat(ke, tu) || eat(tinh, tu) || (is(tu) && !is_number(1) && eat(tu));
    item.before_event = !from && is(truoc);
    const bool after = from || item.before_event || is(sau);
    if (!from && after) ++at_;
    const bool ends = at_ == tokens_.size();
    const bool in_days = unit != TimeUnit::months && unit != TimeUnit::years;
    if (!after && !(ends && in_days && (marked || unit != TimeUnit::weeks))) return false;
    if (after && (ends || (is_number() && !from))) return false;
    item.limit = TimeLimit(amount, unit);
    item.event = after ? rest_of_event() : "";
    add(std::move(item));
    return true;
  }

  bool eat_limit_lead() {
    bool any = false;
    while (eat(trong, vong) || eat(trong) || eat(cham, nhat) || eat(muon, nhat) ||
           eat(khong, qua) || eat(la) || eat(sau) || skip_limit_noun()) {
      any = true;
    }
    return any;
  }

  bool skip_limit_noun() {  // "thời hạn", "thời gian"
    if (token().key != "thơi1" && token().key != "thoi") return false;
    if (!is(han, 1) && token(1).key != "gian") return false;
    at_ += 2;
    return true;
  }

  bool try_event() {
    const std::size_t begin = at_;
    if (skip_phrase("event_alone")) {
      add_event(begin);
      return true;
    }
    if (is(theo) && is(doi, 1)) return false;  // "theo dõi"
    if (!skip_phrase("event") || at_ == tokens_.size()) return false;
    at_ = begin + 1;
    (void)rest_of_event();
    add_event(begin);
    return true;
  }

  void add_event(std::size_t begin) {
    TimeItem item;
    item.type = TimeItem::Type::event;
    item.event = words(begin, at_);
    add(std::move(item));
  }

  /// Takes the words up to a semicolon, a rhythm, or a comma that a time or a rhythm follows.
  std::string rest_of_event() {
    const std::size_t begin = at_;
    while (at_ < tokens_.size()) {
      if (is_sign(';') || is(hang) || (at_ > begin && is(dinh) && is(ky, 1))) break;
      if ((is_sign(',') || is(va)) && begins_time(1)) break;
      ++at_;
    }
    return words(begin, at_);
  }

  [[nodiscard]] bool begins_time(std::size_t ahead) const {
    return is(truoc, ahead) || is(cham, ahead) || is(hang, ahead) || is(moi, ahead) ||
           is(dinh, ahead) || (is(quy, ahead) && is_ordinal(4, ahead + 1)) ||
           (is(thang, ahead) && is_number(ahead + 1)) || is(thuong, ahead) ||
           (is(hoac, ahead) && is(hang, ahead + 1));
  }

  // what never ends

  bool try_continuous() {
    if (!(eat(thuong, xuyen) || eat(lien, tuc) || eat(hang, ngay) || eat(moi, ngay) ||
          skip_phrase("continuous"))) {
      return false;
    }
    TimeItem item;
    item.type = TimeItem::Type::continuous;
    add(std::move(item));
    return true;
  }

  bool try_open_end() {
    TimeItem item;
    item.type = TimeItem::Type::open_end;
    const bool several = eat(nhung) || eat(cac);
    if (eat(nam, tiep, theo) || eat(tro, di) || eat(ve, sau) ||
        (several && (eat(nam, sau) || eat(nam, ke, tiep)))) {
      add(std::move(item));
      return true;
    }
    // "từ năm 2026", "từ quý II/2026 trở đi": a beginning that no end follows
    if (!eat(tu)) return false;
    eat(ngay);
    if (!point(item.point, nullptr)) return false;
    if (!eat(tro, di) && at_ < tokens_.size() && !is_sign(',') && !is_sign(';') && !is_sign('.')) {
      return false;
    }
    add(std::move(item));
    return true;
  }

  // rhythms

  bool try_rhythm() {
    if (eat(dinh, ky)) {
      periodic_ = true;
      return true;
    }
    TimeItem item;
    item.type = TimeItem::Type::every;
    if (!(day_of_rhythm(item) || times_of_rhythm(item) || named_rhythm(item) || unit_a_time(item) ||
          bare_rhythm(item))) {
      return false;
    }
    add(std::move(item));
    return true;
  }

  [[nodiscard]] PointUnit unit_at(std::size_t ahead) const {
    if (is(tuan, ahead)) return PointUnit::week;
    if (is(thang, ahead)) return PointUnit::month;
    if (is(quy, ahead) && !is(dinh, ahead + 1)) return PointUnit::quarter;  // "quy định"
    if (is(nam, ahead)) return PointUnit::year;
    if (is(ky, ahead)) return PointUnit::unnamed;
    return PointUnit::none;
  }

  bool take_unit(TimeItem& item) {
    item.point.unit = unit_at(0);
    if (item.point.unit == PointUnit::none) return false;
    ++at_;
    return true;
  }

  /// "6 tháng", "3 tháng", "5 năm" as a rhythm
  bool take_counted_unit(TimeItem& item) {
    if (is_small(1) && is(quy, 1)) {
      at_ += 2;
      item.point.unit = PointUnit::quarter;
      return true;
    }
    if (!is_small(12) || (!is(thang, 1) && !is(nam, 1))) return false;
    const int count = number();
    const bool months = is(thang, 1);
    if (months && (is(dau, 2) || is(cuoi, 2))) return false;  // "6 tháng đầu năm"
    if (months && is_number(2)) return false;                 // "20 tháng 6"
    at_ += 2;
    item.point.unit = PointUnit::year;
    item.every = count;
    if (!months) return true;
    item.every = 1;
    switch (count) {
      case 1:
        item.point.unit = PointUnit::month;
        return true;
      case 3:
        item.point.unit = PointUnit::quarter;
        return true;
      case 6:
        item.point.unit = PointUnit::half;
        return true;
      case 9:
        item.point.unit = PointUnit::nine;
        return true;
      default:
        return count == 12;
    }
  }

  /// "hằng quý", "mỗi năm 02 lần", "theo tháng", "cuối mỗi quý"
  bool named_rhythm(TimeItem& item) {
    return attempt([&] {
      if (eat(cuoi)) item.point.edge = Edge::end;
      if (is(theo) && (unit_at(1) == PointUnit::none || is_number(2) || is_ordinal(4, 2)))
        return false;
      if (!(eat(hang) || eat(moi) || eat(theo))) return false;
      if (!take_unit(item) && !take_counted_unit(item)) return false;
      take_times(item);
      return true;
    });
  }

  /// "02 lần", "một lần"
  bool take_times(TimeItem& item) {
    if (eat(mot, lan)) {
      item.times = 1;
      return true;
    }
    if (!is_small(99) || !is(lan, 1)) return false;
    item.times = number();
    at_ += 2;
    return true;
  }

  /// "01 lần/quý", "2 lần mỗi năm"
  bool times_of_rhythm(TimeItem& item) {
    return attempt([&] {
      if (!take_times(item)) return false;
      eat_sign('/') || eat(moi) || eat(mot) || eat(trong) || eat(hang);
      if (is_number() && number() == 1) ++at_;
      return take_unit(item) || take_counted_unit(item);
    });
  }

  /// "ngày 20 hằng tháng", "trước ngày 15 của tháng cuối quý"
  bool day_of_rhythm(TimeItem& item) {
    return attempt([&] {
      item.deadline = deadline();
      const bool named = eat(ngay);
      if (!is_small(31) || (!named && item.deadline == Deadline::none)) return false;
      item.point.day = number();
      ++at_;
      if (has_every_ && (at_ == tokens_.size() || token().kind == Token::Kind::sign)) {
        item.point.unit = last_rhythm();  // "hằng tháng (trước ngày 20)"
        return !is_sign('/') && item.point.unit >= PointUnit::month &&
               item.point.unit <= PointUnit::year;
      }
      eat(cua);
      if ((eat(hang) || eat(moi)) && take_unit(item)) return item.point.unit == PointUnit::month;
      if (eat(thang, sau) || eat(thang, ke, tiep) || eat(thang, tiep, theo)) {
        item.point.unit = PointUnit::month;
        item.months_after = 1;
        return true;
      }
      const bool next = is(thang) && is(dau, 1) && is(sau, 3);  // "tháng đầu quý sau"
      if (next) item.months_after = 1;
      if (!eat(thang, cuoi) && !(next && eat(thang, dau))) return false;
      eat(cua);
      eat(moi) || eat(hang);
      const bool named_unit = take_unit(item);
      if (next) eat(sau);
      return named_unit && item.point.unit != PointUnit::week &&
             item.point.unit != PointUnit::month;
    });
  }

  /// "6 tháng/lần", "03 tháng một lần"
  bool unit_a_time(TimeItem& item) {
    return attempt([&] {
      if (!take_counted_unit(item) && !take_unit(item)) return false;
      item.times = 1;
      if (eat_sign('/')) return eat(lan);
      return take_times(item);
    });
  }

  [[nodiscard]] PointUnit last_rhythm() const {
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
      if (item->type == TimeItem::Type::every) return item->point.unit;
    }
    return PointUnit::none;
  }

  /// Whether a list goes on or ends after the next token.
  [[nodiscard]] bool stands_alone() const {
    return at_ + 1 == tokens_.size() || token(1).kind == Token::Kind::sign || is(va, 1) ||
           is(hoac, 1);
  }

  /// Bare units: "tháng/quý/năm"; after "định kỳ" or another rhythm "6 tháng" and "năm" too
  bool bare_rhythm(TimeItem& item) {
    return attempt([&] {
      const bool rhythm = periodic_ || has_every_;
      if (rhythm && take_counted_unit(item)) return true;
      const PointUnit unit = unit_at(0);
      const bool numbered = is_number(1) || is_ordinal(12, 1);
      const bool in_it = at_ > 0 && tokens_[at_ - 1].word == trong;  // "trong quý": which one?
      if (unit == PointUnit::none || numbered || in_it || !stands_alone()) return false;
      if (unit == PointUnit::unnamed && !rhythm) return false;
      if (unit == PointUnit::year && (!rhythm || is(nay, 1) || is(sau, 1))) return false;
      return take_unit(item);
    });
  }

  // years

  bool try_vision() {
    TimeItem item;
    item.type = TimeItem::Type::vision;
    if (!(eat(tam, nhin) || eat(dinh, huong))) return false;
    eat(den);
    eat(nam);
    if (!is_year()) return false;
    item.point.unit = PointUnit::year;
    item.point.year = number();
    ++at_;
    add(std::move(item));
    return true;
  }

  bool try_roadmap() {
    const bool path = (eat(theo) || true) && eat(lo, trinh);
    const bool stage = eat(giai, doan);
    if (!path && !stage) return false;
    const std::size_t count = items_.size();
    if (!try_span() || items_.size() == count) return false;
    items_.back().roadmap = true;
    return true;
  }

  // spans

  Deadline deadline() {
    Deadline found = Deadline::none;
    while (true) {
      if (eat(truoc)) {
        found = Deadline::before;
      } else if (eat(cham, nhat) || eat(muon, nhat) || eat(khong, qua) || eat(tu, nay, den) ||
                 eat(den, nay) || eat(den) || eat(het) || eat(han, chot) || eat(han, cuoi, cung) ||
                 eat(han, cuoi) || eat(han)) {
        if (found == Deadline::none) found = Deadline::until;
      } else if (found == Deadline::none || !(eat(la) || eat(vao) || eat(trong) || eat(cua))) {
        return found;
      }
    }
  }

  /// The last item before, where this one may lean on it: "Quý I, II", "trước 20/6 và 20/12".
  [[nodiscard]] const TimeItem* neighbour() const {
    if (!joined_ && !alternative_) return nullptr;
    if (items_.empty() || items_.back().type != TimeItem::Type::span) return nullptr;
    return &items_.back();
  }

  bool try_span() {
    TimeItem item;
    item.deadline = deadline();
    const TimeItem* before = neighbour();
    const bool from = item.deadline == Deadline::none && eat(tu);
    if (months_of_year(item)) {
      add(std::move(item));
      return true;
    }
    const TimePoint* lean = before != nullptr ? &before->point : nullptr;
    if (!day_range(item) && !point(item.point, lean)) return false;
    if (!range_end(item) && from) return false;  // "từ" without an end
    if (item.point.unit == PointUnit::day && item.point.number == 0) return false;
    if (before != nullptr && item.deadline == Deadline::none &&
        before->deadline != Deadline::none && item.last.unit == PointUnit::none) {
      if (item.point.unit == PointUnit::month && before->point.unit == PointUnit::day) {
        item.point.unit = PointUnit::day;  // "trước ngày 20 tháng 6 và tháng 11"
        item.point.day = before->point.day;
      }
      if (item.point.unit == PointUnit::day) item.deadline = before->deadline;
    }
    add(std::move(item));
    return true;
  }

  /// "6 tháng đầu năm", "3 tháng cuối năm 2026", "6 tháng", "9 tháng"
  bool months_of_year(TimeItem& item) {
    return attempt([&] {
      if (!is_small(11) || !is(thang, 1) || is_number(2)) return false;
      const int count = number();
      at_ += 2;
      const bool first = eat(dau);
      const bool last = !first && eat(cuoi);
      if ((first || last) && !eat(nam)) return false;
      if (!first && !last && count != 6 && count != 9) return false;
      TimePoint& at = item.point;
      year_after(at);
      if (count == 6 || (count == 9 && !last)) {
        at.unit = count == 6 ? PointUnit::half : PointUnit::nine;
        at.number = last ? 2 : 1;
        item.first_half_meant = !first && !last;
        return true;
      }
      at.unit = PointUnit::month;
      at.number = last ? 13 - count : 1;
      item.last = at;
      item.last.number = last ? 12 : count;
      return true;
    });
  }

  /// "15-20/5/2026", "ngày 15 đến ngày 20 tháng 5"
  bool day_range(TimeItem& item) {
    return attempt([&] {
      eat(ngay);
      if (!is_small(31)) return false;
      const int first = number();
      ++at_;
      if (!eat_sign('-') && !eat(den)) return false;
      eat(ngay);
      if (!point(item.last, nullptr) || item.last.unit != PointUnit::day || item.last.number == 0) {
        return false;
      }
      item.point = item.last;
      item.point.day = first;
      return true;
    });
  }

  /// The end of a range after its beginning, or nothing.
  bool range_end(TimeItem& item) {
    return attempt([&] {
      if (!eat_sign('-') && !eat(den)) return false;
      eat(het);
      TimePoint& first = item.point;
      if (!point(item.last, &first)) {
        item.last = {};
        return false;
      }
      if (first.year == 0 && first.year_shift == 0) {
        first.year = item.last.year;
        first.year_shift = item.last.year_shift;
      }
      return true;
    });
  }

  std::vector<TimeItem> items_;
  bool alternative_ = false;
  bool joined_ = false;
  bool periodic_ = false;
  bool has_every_ = false;
};

}  // namespace

std::optional<std::vector<TimeItem>> time_items(std::string_view text) {
  return Parser(text).run();
}

}  // namespace sauro::inline v0_1::detail
