// Which time in a sentence is the end of its work.
#include "reading/duty_times.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "reading/cell_text.hpp"
#include "reading/duty_words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t words_near = 4;  ///< words before a time that may take it for themselves

/// The first word that begins at a place or behind it.
std::size_t word_at(const std::vector<SpokenWord>& words, std::size_t place) {
  const auto found =
      std::lower_bound(words.begin(), words.end(), place,
                       [](const SpokenWord& word, std::size_t at) { return word.at < at; });
  return static_cast<std::size_t>(found - words.begin());
}

/// A time and the words round it.
class TimeInClause {
 public:
  TimeInClause(std::string_view clause, const std::vector<SpokenWord>& words, const FoundTime& time)
      : clause_(clause),
        words_(words),
        time_(time),
        first_(word_at(words, time.begin)),
        last_(word_at(words, time.end)) {}

  [[nodiscard]] bool ends_work() const {
    if (first_ >= words_.size() || follows_document()) return false;
    const TimeframeKind kind = time_.timeframe.kind;
    if (runs_out() || is_of_things()) return false;
    if (kind == TimeframeKind::periodic)
      return first_ == 0 || words_[first_].key == "dinh" ||
             words_ahead(DutyWord::limit, words_, first_) != 0;
    if (kind != TimeframeKind::window && kind != TimeframeKind::occasions) return false;
    if (leads() || follows_label()) return true;
    if (const std::size_t front = front_of(DutyWord::limit); front != none)
      return !taken_by(DutyWord::hard_no_limit, front);
    if (const std::size_t front = front_of(DutyWord::soft_limit); front != none)
      return !taken_by(DutyWord::no_limit, front) && (front == 0 || stands_last() || limits_next());
    return names_day(time_.timeframe.text)
               ? is_held()
               : first_ > 0 && stands_alone(time_.begin) && stands_last();
  }

  /// "rà soát các văn bản gửi trước ngày ...": the time says which things are meant.
  [[nodiscard]] bool is_of_things() const {
    std::size_t front = first_;
    if (const std::size_t limit = front_of(DutyWord::limit); limit != none) {
      front = limit;
      if (is_of_issued(front)) return true;
    }
    std::size_t verb = front - words_behind(DutyWord::attribute, words_, front);
    if (verb == front || verb == 0 || gap(verb) != " ") return false;
    if (words_[verb - 1].key == "duoc") --verb;
    if (verb == 0 || words_[verb - 1].key == "va") return false;
    if (words_behind(DutyWord::nominal, words_, verb) != 0) return false;
    for (std::size_t at = verb; at-- > 0;) {
      const std::size_t examined = words_ahead(DutyWord::examining, words_, at);
      if (examined != 0) return at + examined < verb;
      if (gap(at) != " ") return false;
    }
    return false;
  }

 private:
  static constexpr auto none = static_cast<std::size_t>(-1);

  /// The word with which the time begins where words of this role make it an end.
  [[nodiscard]] std::size_t front_of(DutyWord role) const {
    const std::size_t before = words_behind(role, words_, first_);
    if (before != 0) return first_ - before;
    return words_ahead(role, words_, first_) != 0 ? first_ : none;
  }

  [[nodiscard]] std::string_view gap(std::size_t at) const {
    if (at == 0 || at >= words_.size()) return {};
    return clause_.substr(words_[at - 1].end, words_[at].at - words_[at - 1].end);
  }

  /// "các văn bản do UBND xã ban hành trước ngày ...", and not the work itself: "ban hành Quy chế
  /// trước ngày ...", "tham mưu UBND xã ban hành trước ngày ...".
  [[nodiscard]] bool is_of_issued(std::size_t front) const {
    if (front < words_.size() && stands_alone(words_[front].at)) return false;
    constexpr std::size_t longest_topic = 8;  // words of "ban hành về quản lý đất đai"
    for (std::size_t at = front - std::min(front, longest_topic); at < front; ++at) {
      const std::size_t size = words_ahead(DutyWord::issuing, words_, at);
      if (size != 0 && tells_of_issued(at, at + size, front)) return true;
    }
    return false;
  }

  /// Whether the verb [verb, behind) tells of things rather than of the work: the nearest word
  /// before it that is either decides.
  [[nodiscard]] bool tells_of_issued(std::size_t verb, std::size_t behind,
                                     std::size_t front) const {
    const bool right_before = behind == front;
    if (!right_before && words_ahead(DutyWord::topic, words_, behind) == 0) {
      const bool passive = verb > 0 && words_[verb - 1].key == "duoc";
      return passive && words_behind(DutyWord::modal, words_, verb - 1) == 0;
    }
    if (words_behind(DutyWord::making, words_, behind) > behind - verb) return false;
    if (verb == 0 || gap(verb) != " " || words_[verb - 1].key == "va") return false;
    const auto is_behind = [this](DutyWord role, std::size_t at) {
      return words_behind(role, words_, at) != 0;
    };
    constexpr std::size_t longest_thing = 20;  // words
    for (std::size_t at = verb; at > 0 && verb - at < longest_thing; --at) {
      if (is_behind(DutyWord::issued, at)) return true;
      if (is_behind(DutyWord::making, at) || is_behind(DutyWord::submitting, at) ||
          is_behind(DutyWord::modal, at) || is_behind(DutyWord::introduction, at))
        return false;
      if (gap(at - 1) != " ") break;
    }
    return right_before;
  }

  /// "Quý II/2026: rà soát ...", "Tháng 6/2026, ...": the time of what follows.
  [[nodiscard]] bool leads() const {
    if (first_ != 0 || !time_.timeframe.due) return false;
    const std::size_t next = last_ < words_.size() ? words_[last_].at : clause_.size();
    const std::string_view sign = trim(clause_.substr(time_.end, next - time_.end));
    if (sign == ":") return true;
    const std::string& key = words_[0].key;
    return sign == "," && (key == "quy" || key == "thang" || key == "tuan");
  }

  /// "Hạn nộp hồ sơ: 30/6/2026", "Thời hạn gửi báo cáo: ngày 15/6/2026"
  [[nodiscard]] bool follows_label() const {
    constexpr std::size_t most = 8;  // words
    if (first_ == 0 || trim(gap(first_)) != ":") return false;
    for (std::size_t at = first_; at-- > 0 && first_ - at <= most;) {
      if (at == 0 || gap(at) != " ") return words_ahead(DutyWord::deadline, words_, at) != 0;
    }
    return false;
  }

  /// "giấy phép hết hạn trước ...": what runs out then is no work.
  [[nodiscard]] bool runs_out() const {
    const auto stands_at = [&](std::size_t at) {
      return at + 1 < words_.size() && words_[at].key == "het" && words_[at + 1].key == "han";
    };
    const std::size_t front = front_of(DutyWord::limit);
    return time_.timeframe.text.starts_with("hết hạn") || (first_ > 1 && stands_at(first_ - 2)) ||
           (front != none && front > 0 && stands_at(front - 1));
  }

  /// Whether words right before take the time for theirs; those of a bracket between don't.
  [[nodiscard]] bool taken_by(DutyWord role, std::size_t front) const {
    if (front < words_.size() && stands_alone(words_[front].at)) return false;
    if (front < words_.size() && trim(clause_.substr(0, words_[front].at)).ends_with(')')) {
      const std::size_t open = clause_.substr(0, words_[front].at).rfind('(');
      if (open != clause_.npos) front = word_at(words_, open);
    }
    return has_words(role, words_, front - std::min(front, words_near), front);
  }

  /// "Kế hoạch số 45/KH-UBND ngày 10/3/2026", "Nghị định 09/2019/NĐ-CP ngày ..."
  [[nodiscard]] bool follows_document() const {
    if (words_ahead(DutyWord::limit, words_, first_) != 0) return false;
    constexpr std::size_t longest_name = 14;  // words of "kết quả thực hiện Kế hoạch số 12/KH-UBND"
    const bool within = words_[first_].key == "trong";
    if (within &&
        !has_words(DutyWord::no_limit, words_, first_ - std::min(first_, longest_name), first_))
      return false;
    const std::string_view before = trim(clause_.substr(0, time_.begin));
    const std::size_t space = before.rfind(' ');
    const std::string_view word = before.substr(space == before.npos ? 0 : space + 1);
    const std::size_t sign = word.find_first_of("/-");
    return sign != word.npos && starts_upper(word.substr(sign + 1)) && is_all_caps(word);
  }

  /// The time is the day on which the work is held: "tổ chức hội nghị ngày 20/6/2026".
  [[nodiscard]] bool is_held() const {
    constexpr std::size_t longest_event = 14;  // words
    return has_words(DutyWord::holding, words_, first_ - std::min(first_, longest_event), first_) &&
           !taken_by(DutyWord::no_limit, first_);
  }

  /// Behind a comma or an opening bracket: "..., quý II/2026."
  [[nodiscard]] bool stands_alone(std::size_t at) const {
    const std::string_view before = trim(clause_.substr(0, at));
    return before.ends_with(',') || before.ends_with('(');
  }

  [[nodiscard]] bool stands_last() const {
    const std::string_view after = trim(clause_.substr(time_.end));
    return after.empty() || std::string_view(";.,)").find(after.front()) != after.npos;
  }

  [[nodiscard]] bool limits_next() const {
    return words_ahead(DutyWord::limit, words_, last_) != 0;
  }

  std::string_view clause_;
  const std::vector<SpokenWord>& words_;
  const FoundTime& time_;
  std::size_t first_;
  std::size_t last_;
};

/// Whether a clause may name a time at all: it has a digit, a rhythm, a quarter or a year.
bool may_have_time(const std::vector<SpokenWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view key = words[i].key;
    if (key.front() >= '0' && key.front() <= '9') return true;
    const std::string_view text = words[i].text;  // no "quy định", "hạng mục", "mọi"
    const bool quarter = key == "quy" && text != "quy" && text != "Quy";
    const bool rhythm = (key == "hang" && text != "hạng" && text != "hang") ||
                        (key == "moi" && text != "mọi" && text != "mới");
    if (quarter || rhythm) return true;
    const std::string_view before = i > 0 ? std::string_view(words[i - 1].key) : "";
    if (key == "nam" && (before == "cuoi" || before == "het")) return true;  // no "Việt Nam"
  }
  return false;
}

/// Times behind a word that makes them limits, where what stands before takes that word for itself:
/// "theo Kế hoạch ... ngày 10/3/2026, trước ngày 15/9", "kế hoạch vốn năm trước ngày 15/9".
std::vector<FoundTime> times_behind_limits(std::string_view clause,
                                           const std::vector<SpokenWord>& words,
                                           const TimeframeContext& context) {
  constexpr std::size_t longest_time = 120;  // bytes
  std::vector<FoundTime> all;
  for (std::size_t at = 1; at < words.size(); ++at) {
    const std::size_t hard = words_ahead(DutyWord::limit, words, at);
    if (hard == 0 && words_ahead(DutyWord::soft_limit, words, at) == 0) continue;
    const std::size_t begin = words[at].at;
    const bool of_day = hard != 0 && at + hard < words.size() && words[at + hard].key == "ngay";
    if (!of_day && !trim(clause.substr(0, begin)).ends_with(',')) continue;
    const std::string_view rest = clause.substr(begin, longest_time);
    for (FoundTime& time : find_times(rest, context)) {
      all.push_back({std::move(time.timeframe), time.begin + begin, time.end + begin});
      break;
    }
  }
  return all;
}

/// Whether a time had ended when the plan came.
bool has_passed(const FoundTime& time, const TimeframeContext& context) {
  const auto& due = time.timeframe.due;
  return due &&
         (context.issued ? *due < *context.issued : context.year && due->year() < *context.year);
}

/// A limit among times; a day without year that has passed when the plan came is that of the next.
std::optional<FoundTime> limit_among(std::vector<FoundTime> times, std::string_view clause,
                                     const std::vector<SpokenWord>& words,
                                     const TimeframeContext& context, std::string* passed) {
  for (FoundTime& time : times) {
    if (!TimeInClause(clause, words, time).ends_work()) continue;
    if (!has_passed(time, context)) return std::move(time);
    if (!is_day_without_year(time.timeframe.text) || !context.year) {
      if (passed != nullptr) *passed = time.timeframe.text;
      continue;
    }
    TimeframeContext later = context;
    later.year = *context.year + 1;
    time.timeframe = parse_timeframe(time.timeframe.text, later);
    if (time.timeframe.due) return std::move(time);
  }
  return std::nullopt;
}

}  // namespace

bool names_day(std::string_view time) {
  return time.find("ngày") != time.npos || std::count(time.begin(), time.end(), '/') == 2;
}

bool is_day_without_year(std::string_view text) {
  if (text.find('/') == text.npos && text.find("ngày") == text.npos) return false;
  std::size_t digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return false;
  }
  return true;
}

std::size_t end_of_leading_time(std::string_view clause, const std::vector<SpokenWord>& words,
                                const TimeframeContext& context) {
  constexpr std::size_t before = 2;    // words: "ngay trong"
  constexpr std::size_t longest = 24;  // words
  static const std::unordered_set<std::string_view> units{"quy", "thang", "ngay", "dinh",
                                                          "tu",  "tuan",  "nam"};
  const bool may = words_ahead(DutyWord::limit, words, 0) != 0 ||
                   words_ahead(DutyWord::soft_limit, words, 0) != 0 ||
                   (!words.empty() && units.contains(words[0].key));
  if (!may) return 0;
  const std::string_view start = clause.substr(0, words[std::min(words.size(), longest) - 1].end);
  const auto times = find_times(start, context);
  const std::string_view rest = times.empty() ? "" : trim(clause.substr(times[0].end));
  if (!rest.starts_with(',') && !(rest.starts_with(':') && rest.size() > 1)) return 0;
  return word_at(words, times[0].begin) > before ? 0 : word_at(words, times[0].end);
}

std::optional<FoundTime> find_time_of_things(std::string_view clause,
                                             const std::vector<SpokenWord>& words,
                                             const TimeframeContext& context) {
  if (!may_have_time(words)) return std::nullopt;
  for (FoundTime& time : find_times(clause, context)) {
    const bool limits = words_ahead(DutyWord::limit, words, word_at(words, time.begin)) != 0;
    if (limits && TimeInClause(clause, words, time).is_of_things()) return std::move(time);
  }
  return std::nullopt;
}

std::optional<FoundTime> find_limit(std::string_view clause, const std::vector<SpokenWord>& words,
                                    const TimeframeContext& context, std::string* passed) {
  if (!may_have_time(words)) return std::nullopt;
  if (auto limit = limit_among(find_times(clause, context), clause, words, context, passed))
    return limit;
  return limit_among(times_behind_limits(clause, words, context), clause, words, context, passed);
}

}  // namespace sauro::inline v0_1::detail
