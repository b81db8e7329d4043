// Whether a time in a sentence is the end of its work.
#include "reading/times_in_clauses.hpp"

#include <algorithm>

#include "reading/cell_text.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t words_near = 4;  ///< words before a time that may take it for themselves

}  // namespace

std::size_t word_at(const std::vector<SpokenWord>& words, std::size_t place) {
  const auto found =
      std::lower_bound(words.begin(), words.end(), place,
                       [](const SpokenWord& word, std::size_t at) { return word.at < at; });
  return static_cast<std::size_t>(found - words.begin());
}

ClauseMarks::ClauseMarks(const Clause& clause) {
  const auto& words = clause.words;
  while (finishing < words.size() &&
         !has_words(DutyWord::finishing, words, finishing, finishing + 1))
    ++finishing;
  std::size_t size = 0;
  while (work < words.size() && (size = words_of_work(clause, work)) == 0) ++work;
  behind = work + size;
}

bool names_day(std::string_view time) {
  return time.find("ngày") != time.npos || std::count(time.begin(), time.end(), '/') == 2;
}

bool TimeInClause::ends_work() const {
  if (first_ >= words_.size() || follows_document()) return false;
  const TimeframeKind kind = time_.timeframe.kind;
  if (runs_out() || is_of_things()) return false;
  if (kind == TimeframeKind::periodic) return is_rhythm();
  if (kind == TimeframeKind::event) return is_limit_of_event();
  if (kind == TimeframeKind::open_ended) return leads();
  if (kind != TimeframeKind::window && kind != TimeframeKind::occasions) return false;
  if (leads() || is_named_last_day()) return true;
  if (const std::size_t front = front_of(DutyWord::limit); front != none)
    return !taken_by(DutyWord::hard_no_limit, front);
  if (const std::size_t front = front_of(DutyWord::soft_limit); front != none)
    return !taken_by(DutyWord::no_limit, front) &&
           (front == 0 || stands_last() || limits_next() || words_of_work(clause_, last_) != 0);
  if (names_day(time_.timeframe.text) && marks_.finishing < first_ &&
      !taken_by(DutyWord::no_limit, first_) && stands_last())
    return stands_alone(time_.begin) || words_[first_].key == "tu";  // "hoàn thành ... (30/6/2026)"
  return names_day(time_.timeframe.text) ? is_held()
                                         : first_ > 0 && stands_alone(time_.begin) && stands_last();
}

bool TimeInClause::is_of_things() const {
  std::size_t front = first_;
  if (const std::size_t limit = front_of(DutyWord::limit); limit != none) {
    front = limit;
    if (words_ahead(DutyWord::finishing, words_, front) != 0) return false;
    if (is_of_issued(front)) return true;
  }
  std::size_t verb = front - words_behind(DutyWord::attribute, words_, front);
  if (verb == front || verb == 0 || clause_.gap(verb) != " ") return false;
  if (!has_words(DutyWord::attribute, words_, verb, front)) return false;  // "cấp" of "trợ cấp"
  if (words_[verb - 1].key == "duoc") --verb;
  if (verb == 0 || words_[verb - 1].key == "va") return false;
  if (words_behind(DutyWord::nominal, words_, verb) != 0) return false;
  for (std::size_t at = verb; at-- > 0;) {
    const std::size_t examined = words_ahead(DutyWord::examining, words_, at);
    if (examined != 0) return at + examined < verb;
    if (clause_.gap(at) != " ") return false;
  }
  return false;
}

std::size_t TimeInClause::front_of(DutyWord role) const {
  const std::size_t before = words_behind(role, words_, first_);
  if (before != 0) return first_ - before;
  return words_ahead(role, words_, first_) != 0 ? first_ : none;
}

bool TimeInClause::is_of_issued(std::size_t front) const {
  if (front < words_.size() && stands_alone(words_[front].at)) return false;
  constexpr std::size_t longest_topic = 8;  // words of "ban hành về quản lý đất đai"
  for (std::size_t at = front - std::min(front, longest_topic); at < front; ++at) {
    const std::size_t size = words_ahead(DutyWord::issuing, words_, at);
    if (size != 0 && tells_of_issued(at, at + size, front)) return true;
  }
  return false;
}

bool TimeInClause::tells_of_issued(std::size_t verb, std::size_t behind, std::size_t front) const {
  const bool right_before = behind == front;
  if (!right_before && words_ahead(DutyWord::topic, words_, behind) == 0) {
    const bool passive = verb > 0 && words_[verb - 1].key == "duoc";
    return passive && words_behind(DutyWord::modal, words_, verb - 1) == 0;
  }
  if (words_behind(DutyWord::making, words_, behind) > behind - verb) return false;
  if (verb == 0 || clause_.gap(verb) != " " || words_[verb - 1].key == "va") return false;
  const auto is_behind = [this](DutyWord role, std::size_t at) {
    return words_behind(role, words_, at) != 0;
  };
  constexpr std::size_t longest_thing = 20;  // words
  for (std::size_t at = verb; at > 0 && verb - at < longest_thing; --at) {
    if (is_behind(DutyWord::issued, at)) return true;
    if (is_behind(DutyWord::making, at) || is_behind(DutyWord::submitting, at) ||
        is_behind(DutyWord::modal, at) || is_behind(DutyWord::introduction, at))
      return false;
    if (clause_.gap(at - 1) != " ") break;
  }
  return right_before;
}

bool TimeInClause::may_end_work() const {
  if (first_ >= words_.size() || follows_document()) return false;
  if (is_of_things()) return words_ahead(DutyWord::limit, words_, first_) != 0;
  const TimeframeKind kind = time_.timeframe.kind;
  if (kind != TimeframeKind::window && kind != TimeframeKind::occasions) return false;
  if (front_of(DutyWord::limit) != none) return names_day(time_.timeframe.text);
  return marks_.finishing < first_ && stands_last();
}

bool TimeInClause::is_rhythm() const {
  if (first_ == 0 || words_[first_].key == "dinh" ||
      words_ahead(DutyWord::limit, words_, first_) != 0)
    return true;
  const std::string_view text = time_.timeframe.text;
  if (text.find("lần") != text.npos) return true;
  if (marks_.work < first_) return marks_.behind == first_ && stands_last();
  return words_of_work(clause_, last_) != 0;
}

bool TimeInClause::is_limit_of_event() const {
  const std::size_t hard = front_of(DutyWord::limit);
  const std::size_t front = hard != none ? hard : front_of(DutyWord::soft_limit);
  return front != none && !taken_by(DutyWord::hard_no_limit, front);
}

bool TimeInClause::leads() const {
  const bool open = time_.timeframe.kind == TimeframeKind::open_ended;
  if (first_ != 0 || (!time_.timeframe.due && !open)) return false;
  const std::size_t next = last_ < words_.size() ? words_[last_].at : clause_.text.size();
  const std::string_view sign = trim(clause_.text.substr(time_.end, next - time_.end));
  if (sign == ":") return true;
  const std::string& key = words_[0].key;
  return sign == "," && (open || key == "quy" || key == "thang" || key == "tuan");
}

bool TimeInClause::is_named_last_day() const {
  constexpr std::size_t most = 10;  // words
  if (first_ == 0)
    return last_ < words_.size() && words_[last_].key == "la" &&
           words_ahead(DutyWord::deadline, words_, last_ + 1) != 0;
  if (trim(clause_.gap(first_)) != ":" && words_[first_ - 1].key != "la") return false;
  for (std::size_t at = first_; at-- > 0 && first_ - at <= most;) {
    if (at == 0 || clause_.gap(at) != " ") return words_ahead(DutyWord::deadline, words_, at) != 0;
  }
  return false;
}

bool TimeInClause::runs_out() const {
  const auto stands_at = [&](std::size_t at) {
    return at + 1 < words_.size() && words_[at].key == "het" && words_[at + 1].key == "han";
  };
  const std::size_t front = front_of(DutyWord::limit);
  return time_.timeframe.text.starts_with("hết hạn") || (first_ > 1 && stands_at(first_ - 2)) ||
         (front != none && front > 0 && stands_at(front - 1));
}

bool TimeInClause::taken_by(DutyWord role, std::size_t front) const {
  if (front < words_.size() && stands_alone(words_[front].at)) return false;
  if (front < words_.size() && trim(clause_.text.substr(0, words_[front].at)).ends_with(')')) {
    const std::size_t open = clause_.text.substr(0, words_[front].at).rfind('(');
    if (open != std::string_view::npos) front = word_at(words_, open);
  }
  if (role == DutyWord::hard_no_limit && marks_.finishing < front)
    return false;  // "xử lý dứt điểm hồ sơ tồn đọng trước ngày ..."
  const std::size_t near = front - std::min(front, words_near);
  for (std::size_t at = near; at < front; ++at) {
    if (has_words(role, words_, at, at + 1) && !has_own(role, at, front)) return true;
  }
  return false;
}

bool TimeInClause::has_own(DutyWord role, std::size_t noun, std::size_t front) const {
  if (role != DutyWord::no_limit) return false;
  if (words_behind(DutyWord::making, words_, noun) != 0) return true;
  return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(noun),
                     words_.begin() + static_cast<std::ptrdiff_t>(front),
                     [](const SpokenWord& word) { return is_digit(decode(word.key, 0).value); });
}

bool TimeInClause::follows_document() const {
  if (words_ahead(DutyWord::limit, words_, first_) != 0) return false;
  constexpr std::size_t longest_name = 14;  // words of "kết quả thực hiện Kế hoạch số 12/KH-UBND"
  const bool within = words_[first_].key == "trong";
  if (within &&
      !has_words(DutyWord::no_limit, words_, first_ - std::min(first_, longest_name), first_))
    return false;
  const std::string_view before = trim(clause_.text.substr(0, time_.begin));
  const std::size_t space = before.rfind(' ');
  const std::string_view word = before.substr(space == before.npos ? 0 : space + 1);
  const std::size_t sign = word.find_first_of("/-");
  return sign != word.npos && starts_upper(word.substr(sign + 1)) && is_all_caps(word);
}

bool TimeInClause::is_held() const {
  constexpr std::size_t longest_event = 14;  // words
  return has_words(DutyWord::holding, words_, first_ - std::min(first_, longest_event), first_) &&
         !taken_by(DutyWord::no_limit, first_);
}

bool TimeInClause::stands_alone(std::size_t at) const {
  const std::string_view before = trim(clause_.text.substr(0, at));
  return before.ends_with(',') || before.ends_with('(');
}

bool TimeInClause::stands_last() const {
  const std::string_view after = trim(clause_.text.substr(time_.end));
  return after.empty() || std::string_view(";.,)").find(after.front()) != after.npos;
}

bool TimeInClause::limits_next() const { return words_ahead(DutyWord::limit, words_, last_) != 0; }

}  // namespace sauro::inline v0_1::detail
