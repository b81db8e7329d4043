#include "phrases/time_items.hpp"

#include <array>
#include <limits>
#include <utility>
#include "data/time_phrases.hpp"

#include "phrases/time_rhythms.hpp"

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
class Parser : public RhythmReader {
 public:
  explicit Parser(std::string_view text, std::size_t most = most_tokens + 1)
      : RhythmReader(text, tokenize(text, Numbers::whole, most)) {}

  std::optional<std::vector<TimeItem>> run() {
    if (tokens_.size() > most_tokens) return std::nullopt;
    while (at_ < tokens_.size()) {
      if (skip_separator()) continue;
      if (!(try_item() || skip_phrase("lead"))) return std::nullopt;
    }
    if (items_.empty()) return std::nullopt;
    return std::move(items_);
  }

  std::vector<TimeRun> runs() {
    std::vector<TimeRun> found;
    for (std::size_t first = 0; first < tokens_.size();) {
      const std::size_t end = run_end(first);
      if (items_.empty()) {
        ++first;
        continue;
      }
      found.push_back({std::move(items_), tokens_[first].begin, tokens_[end - 1].end});
      first = end;
    }
    return found;
  }

 private:
  /// Reads times from token `first` on, as far as they follow one another; their end.
  std::size_t run_end(std::size_t first) {
    at_ = first;
    items_.clear();
    alternative_ = joined_ = has_every_ = periodic_ = false;
    constexpr int most_leads = 4;  // "bắt đầu từ ngày"; more of them would be read again and again
    for (int i = 0; i < most_leads && skip_phrase("text_lead"); ++i) {
    }
    std::size_t end = at_;
    while (at_ < tokens_.size()) {
      if (!items_.empty() && !is_sign('.') && skip_separator()) continue;
      if (!attempt([&] { return try_rhythm(); }) && !attempt([&] { return try_roadmap(); }) &&
          !attempt([&] { return try_open_end(); }) && !attempt([&] { return try_span(); })) {
        break;
      }
      end = at_;
    }
    return end;
  }

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
    if (!rhythm(item)) return false;
    add(std::move(item));
    return true;
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

  bool alternative_ = false;
  bool joined_ = false;
};

}  // namespace

std::vector<TimeRun> time_runs(std::string_view text) {
  return Parser(text, std::numeric_limits<std::size_t>::max()).runs();
}

std::optional<std::vector<TimeItem>> time_items(std::string_view text) {
  return Parser(text).run();
}

}  // namespace sauro::inline v0_1::detail
