#include "phrases/time_labels.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace sauro::inline v0_1::detail {
namespace {

/// A day, of the calendar or of a rhythm: what a report is due on.
bool is_dated(const TimeItem& item) {
  if (!item.subject.empty()) return false;
  if (item.type == TimeItem::Type::span) return item.point.unit == PointUnit::day;
  return item.type == TimeItem::Type::every &&
         (item.point.day != 0 || item.point.part.unit != PartUnit::none);
}

void append_words(std::string& to, const std::string& more) {
  to += (to.empty() ? "" : ", ") + more;
}

}  // namespace

using enum Word;

/// Words that say nothing of time and take nothing back.
bool LabelReader::is_plain_word() const {
  if (!is_word() || phrase_at(PhraseRole::stop) != 0) return false;
  switch (token().word) {
    case ngay:
    case tuan:
    case thang:
    case quy:
    case nam:
    case gio:
    case phut:
    case ky:
    case lan:
    case nua:
    case dau:
    case giua:
    case cuoi:
    case het:
    case trong:
    case tu:
    case den:
    case truoc:
    case sau:
    case cham:
    case muon:
    case han:
    case ke:
    case tinh:
    case hang:
    case moi:
    case khong:
    case hoac:
    case khi:
    case theo:
      return false;
    default:
      return true;
  }
}

/// The label that was read ends with "báo cáo", "tổng kết" or "vốn", right before the place.
bool LabelReader::names_report() const {
  return is_pending() && label_end_ == at_ && follows(PhraseRole::report);
}

bool LabelReader::subject_period(TimeItem& item) {
  return attempt([&] {
    const bool reports = names_report();
    const bool in_bracket =
        opens_bracket() && !items_.empty() && item_end_ == at_ && is_dated(items_.back());
    const std::size_t begin = reports ? label_begin_ : at_;
    if (periodic_) return false;
    if (!months_of_year(item)) {
      if (!point(item.point, nullptr)) return false;
      const TimePoint& named = item.point;
      const bool whole = named.unit >= PointUnit::month && named.unit <= PointUnit::year &&
                         named.edge == Edge::none && named.part.unit == PartUnit::none;
      if (!whole || is_sign('-') || is(den)) return false;
    }
    if (!reports && !in_bracket && !is_sign(':')) return false;
    item.subject = words(begin, at_);
    if (reports) label_begin_ = nowhere;
    return true;
  });
}

/// "50%", "99,5 %": how much is to be done by a time
bool LabelReader::percent() {
  return attempt([&] {
    if (!is_number()) return false;
    ++at_;
    if (is_sign(',') && is_number(1)) at_ += 2;
    return eat_sign('%');
  });
}

/// "Đợt 1", "giai đoạn II", "lần thứ 2"
bool LabelReader::stage() {
  return attempt([&] {
    constexpr int most = 12;
    if (!skip_phrase(PhraseRole::stage)) return false;
    eat(thu);
    if (!is_ordinal(most, 0) || is_sign('/', 1)) return false;
    ++at_;
    return true;
  });
}

bool LabelReader::label_word() {
  const std::size_t begin = at_;
  const bool goes_on = is_pending() && goes_on_at_ == begin;
  const bool who = phrase_at(PhraseRole::who) != 0;
  if (skip_phrase(PhraseRole::work) || skip_phrase(PhraseRole::who) || percent() || stage()) {
    if (!is_pending()) {
      label_begin_ = begin;
      touches_ = item_end_ == begin;
      has_colon_ = is_free_ = false;
    }
    is_free_ = is_free_ || who;
  } else if (goes_on && (is(trong) || is(vao))) {
    ++at_;  // "30% trong quý I": of the time
    goes_on_at_ = at_;
    return true;
  } else if (goes_on && skip_phrase(PhraseRole::lead)) {
    // "khảo sát, hoàn thành"
  } else if (goes_on && is_plain_word()) {
    is_free_ = true;
    ++at_;
  } else {
    return false;
  }
  label_end_ = goes_on_at_ = at_;
  return true;
}

void LabelReader::give_to(TimeItem& item) {
  append_words(item.label, words(label_begin_, label_end_));
  item.says_work = item.says_work || is_free_;
  label_begin_ = nowhere;
}

void LabelReader::give_to_last() {
  if (is_pending() && !items_.empty()) give_to(items_.back());
}

void LabelReader::settle_label(TimeItem& next) {
  if (!is_pending()) return;
  if (touches_ && !has_colon_) return give_to_last();
  leads_freely_ = leads_freely_ || (is_free_ && !has_colon_);
  give_to(next);
}

void LabelReader::label_separated(std::size_t place) {
  const Token& sign = tokens_[place];
  const bool colon = sign.kind == Token::Kind::sign && (sign.sign == ':' || sign.sign == '-');
  if (colon) {
    if (is_pending()) has_colon_ = true;
    if (item_end_ == place) item_end_ = at_;
    return;
  }
  const bool ends = sign.kind == Token::Kind::sign && (sign.sign == ';' || sign.sign == '.');
  if (is_pending() && !has_colon_ && (touches_ || (ends && item_end_ != nowhere))) give_to_last();
  if (ends) item_end_ = nowhere;
}

bool LabelReader::finish_labels() {
  give_to_last();
  if (leads_freely_ && items_.size() < 2) return false;  // "tổ chức hội nghị quý II": a task
  return claim_days();
}

/// Each report takes the day beside it: those before their days where a report stands first.
bool LabelReader::claim_days() {
  const auto is_subject = [](const TimeItem& item) { return !item.subject.empty(); };
  const bool days = std::any_of(items_.begin(), items_.end(), is_dated);
  if (!days) return true;
  const auto first = std::find_if(items_.begin(), items_.end(), [&](const TimeItem& item) {
    return is_subject(item) || is_dated(item);
  });
  const bool before = is_subject(*first);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!is_subject(items_[i])) continue;
    const std::size_t beside = before ? i + 1 : i - 1;
    if (beside >= items_.size() || !is_dated(items_[beside])) return false;
    const TimeItem& day =
        items_[beside];  // "báo cáo năm: ngày 15 tháng sau" is no day of each month
    if (day.type == TimeItem::Type::every && day.point.unit == PointUnit::month &&
        items_[i].point.unit != PointUnit::month) {
      return false;
    }
    append_words(items_[beside].label, items_[i].subject);
    items_[beside].report = items_[i].point;
    items_[beside].says_work = true;
  }
  std::erase_if(items_, is_subject);
  return true;
}

}  // namespace sauro::inline v0_1::detail
