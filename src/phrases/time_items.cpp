#include "phrases/time_items.hpp"

#include <array>
#include <limits>
#include <utility>

#include "phrases/number_words.hpp"
#include "phrases/time_labels.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using enum Word;

constexpr std::size_t most_tokens = 96;  // a cell of more words is no timeframe

/// Recursive descent over the tokens; each try_ either takes its words or leaves the place alone.
class Parser : public LabelReader {
 public:
  explicit Parser(std::string_view text, std::size_t most = most_tokens + 1)
      : LabelReader(text, with_number_words(tokenize(text, Numbers::whole, most))) {}

  TimeItems run() {
    if (tokens_.size() > most_tokens) return {};
    while (at_ < tokens_.size()) {
      const std::size_t place = at_;
      if (skip_separator()) {
        label_separated(place);
      } else if (!try_subject() && !try_item() && !label_word() && !skip_lead()) {
        return {{}, stopped_at(at_)};
      }
    }
    if (!finish_labels()) return {{}, std::string(text_)};
    return {std::move(items_)};
  }

  std::vector<TimeRun> runs() {
    is_running_ = true;
    std::vector<TimeRun> found;
    for (std::size_t first = 0; first < tokens_.size();) {
      if (!is_known(first)) {  // no time begins with it
        ++first;
        continue;
      }
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
    constexpr int most_text_leads = 4;  // "hoàn thành xong trong"
    for (int i = 0; i < most_text_leads && skip_phrase(PhraseRole::text_lead); ++i) {
    }
    std::size_t end = at_;
    while (at_ < tokens_.size()) {
      if (!items_.empty() && !is_sign('.') && skip_separator()) continue;
      if (!try_dated_limit() && !attempt([&] { return try_rhythm(); }) &&
          !attempt([&] { return try_roadmap(); }) && !attempt([&] { return try_open_end(); }) &&
          !attempt([&] { return try_span(); })) {
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

  /// The words that no rule reads: from `begin` up to the next sign, a few of them.
  [[nodiscard]] std::string stopped_at(std::size_t begin) const {
    constexpr std::size_t most_words = 6;
    std::size_t end = begin + 1;
    while (end < tokens_.size() && end < begin + most_words &&
           tokens_[end].kind != Token::Kind::sign) {
      ++end;
    }
    return words(begin, end);
  }

  void add(TimeItem item) {
    item.alternative = alternative_ && !items_.empty();
    item.joined = joined_ && !items_.empty();
    alternative_ = joined_ = false;
    has_every_ = has_every_ || item.type == TimeItem::Type::every;
    settle_label(item);
    items_.push_back(std::move(item));
    item_ends();
  }

  bool skip_lead() {
    const std::size_t begin = at_;
    if (!skip_phrase(PhraseRole::lead)) return false;
    lead_ends(begin);
    return true;
  }

  bool try_subject() {
    TimeItem item;
    if (!subject_period(item)) return false;
    add(std::move(item));
    return true;
  }

  bool try_item() {
    return try_dated_limit() || attempt([&] { return try_limit(); }) ||
           attempt([&] { return try_continuous(); }) || attempt([&] { return try_rhythm(); }) ||
           attempt([&] { return try_vision(); }) || attempt([&] { return try_roadmap(); }) ||
           attempt([&] { return try_open_end(); }) || attempt([&] { return try_span(); }) ||
           attempt([&] { return try_event(); });
  }

  // events

  bool try_dated_limit() {
    TimeItem item;
    if (!dated_limit(item)) return false;
    add(std::move(item));
    return true;
  }

  bool try_limit() {
    TimeItem item;
    if (!limit(item) && !limit_behind(item)) return false;
    add(std::move(item));
    return true;
  }

  bool try_event() {
    const std::size_t begin = at_;
    if (skip_phrase(PhraseRole::event_alone)) {
      add_event(begin);
      return true;
    }
    if (is(theo) && is(doi, 1)) return false;                     // "theo dõi"
    const bool after_day = is(sau) && is(ngay, 1) && is_word(2);  // "sau ngày bầu cử"
    if (!skip_phrase(PhraseRole::event) && !after_day) return false;
    if (at_ == tokens_.size()) return false;
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

  // what never ends

  bool try_continuous() {
    if (!(eat(thuong, xuyen) || eat(lien, tuc) || eat(hang, ngay) || eat(moi, ngay) ||
          skip_phrase(PhraseRole::continuous))) {
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
    if (skip_phrase(PhraseRole::open_end)) {
      add(std::move(item));
      return true;
    }
    // "từ quý II/2026 trở đi", "sau 30/6": a beginning that no end follows
    const bool from = eat(tu) || (!is_running_ && (eat(ke, tu) || eat(tinh, tu)));
    item.after_point = !is_running_ && eat(sau);
    if (!from && !item.after_point) return false;
    if (!point(item.point, nullptr) || item.point.hours_of_day) return false;
    const bool always = is(thuong, 1) || is(lien, 1);
    const bool goes_on = is(va) && (always || phrase_at(PhraseRole::open_end, 1) != 0);
    if (!eat(tro, di) && !goes_on && at_ < tokens_.size() && !is_sign(',') && !is_sign(';') &&
        !is_sign('.')) {
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
    const bool from = item.deadline == Deadline::none && (eat(tu) || eat(ke, tu) || eat(tinh, tu));
    if (months_of_year(item)) {
      add(std::move(item));
      return true;
    }
    if (!from && day_list(item)) return true;
    const TimePoint* lean = before != nullptr ? &before->point : nullptr;
    const bool ranged = month_range(item) || day_range(item);
    if (!ranged && !point(item.point, lean)) return false;
    const bool ends = ranged || range_end(item) || item.point.hours_of_day;
    if (!ends && from) return false;  // "từ" without an end
    if (item.point.unit == PointUnit::day && item.point.number == 0) return false;
    time_behind(item);
    if (before != nullptr && item.last.unit == PointUnit::none) lean_on(*before, item);
    add(std::move(item));
    return true;
  }

  /// "ngày 5, 6 và 7/6/2026": days of one month
  bool day_list(const TimeItem& told) {
    return attempt([&] {
      constexpr std::size_t most = 8;
      if (!eat_day()) return false;
      std::vector<int> days;
      while (days.size() < most && is_small(31) && (is_sign(',', 1) || is(va, 1))) {
        days.push_back(number());
        at_ += 2;
        eat(ngay);
      }
      TimeItem last = told;
      if (days.empty() || !point(last.point, nullptr) || last.point.unit != PointUnit::day ||
          last.point.number == 0 || days.back() >= last.point.day) {
        return false;
      }
      for (const int day : days) {
        TimeItem item = last;
        item.point.day = day;
        add(std::move(item));
      }
      add(std::move(last));
      return true;
    });
  }

  /// "ngày 20/5/2026, trước 17h00": the time of a day that stands before it
  void time_behind(TimeItem& item) {
    if (item.point.unit != PointUnit::day || item.point.minute >= 0 || is_running_) return;
    attempt([&] {
      eat_sign(',');
      const Deadline said = deadline();
      const int minute = time_of_day();
      const bool ends = at_ == tokens_.size() || token().kind == Token::Kind::sign;
      if (minute < 0 || !ends) return false;
      item.point.minute = minute;
      if (said != Deadline::none) item.deadline = said;
      return true;
    });
  }

  /// "trước ngày 20 tháng 6 và tháng 11", "trước 20/6 và 20/12": what the first says holds for
  /// both.
  static void lean_on(const TimeItem& before, TimeItem& item) {
    if (item.deadline != Deadline::none) return;
    const bool limited = before.deadline != Deadline::none;
    if (item.point.unit == PointUnit::month && before.point.unit == PointUnit::day &&
        (limited || before.point.worded_month)) {
      item.point.unit = PointUnit::day;
      item.point.day = before.point.day;
      item.point.worded_month = before.point.worded_month;
    }
    if (limited && item.point.unit == PointUnit::day) item.deadline = before.deadline;
  }

  bool alternative_ = false;
  bool joined_ = false;
};

}  // namespace

std::vector<TimeRun> time_runs(std::string_view text) {
  return Parser(text, std::numeric_limits<std::size_t>::max()).runs();
}

TimeItems time_items(std::string_view text) { return Parser(text).run(); }

}  // namespace sauro::inline v0_1::detail
