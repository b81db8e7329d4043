#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "phrases/meanings.hpp"
#include "reading/clauses.hpp"
#include "reading/duty_words.hpp"

namespace sauro::inline v0_1::detail {

/// The first word that begins at a place or behind it.
[[nodiscard]] std::size_t word_at(const std::vector<SpokenWord>& words, std::size_t place);

/// Whether a time in words names a day: "trước ngày 15/9", "20/11/2026".
[[nodiscard]] bool names_day(std::string_view time);

/// Words of a clause that tell what its times are.
struct ClauseMarks {
  explicit ClauseMarks(const Clause& clause);

  std::size_t finishing = 0;  ///< the first that brings something to an end; or how many there are
  std::size_t work = 0;       ///< the first verb; or how many there are
  std::size_t behind = 0;     ///< the word behind it
};

/// A time and the words round it.
class TimeInClause {
 public:
  TimeInClause(const Clause& clause, const ClauseMarks& marks, const FoundTime& time)
      : clause_(clause),
        marks_(marks),
        words_(clause.words),
        time_(time),
        first_(word_at(clause.words, time.begin)),
        last_(word_at(clause.words, time.end)) {}

  /// Whether the work is to be done by the time, or goes on at its rhythm.
  [[nodiscard]] bool ends_work() const;

  /// A time that could end the work, though something else may be meant: it stands behind a word
  /// that makes limits, or last in what is to be brought to an end.
  [[nodiscard]] bool may_end_work() const;

 private:
  /// "rà soát các văn bản gửi trước ngày ...": the time says which things are meant.
  [[nodiscard]] bool is_of_things() const;

  /// The word with which the time begins where words of this role make it an end.
  [[nodiscard]] std::size_t front_of(DutyWord role) const;

  /// "các văn bản do UBND xã ban hành trước ngày ...", and not the work itself: "ban hành Quy chế
  /// trước ngày ...", "tham mưu UBND xã ban hành trước ngày ...".
  [[nodiscard]] bool is_of_issued(std::size_t front) const;

  /// Whether the verb [verb, behind) tells of things rather than of the work: the nearest word
  /// before it that is either decides.
  [[nodiscard]] bool tells_of_issued(std::size_t verb, std::size_t behind, std::size_t front) const;

  static constexpr auto none = static_cast<std::size_t>(-1);

  /// "định kỳ hằng quý", "mỗi quý 01 lần", "kiểm tra hằng quý", and no "kế hoạch hằng năm".
  [[nodiscard]] bool is_rhythm() const;

  /// "trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ"
  [[nodiscard]] bool is_limit_of_event() const;

  /// "Quý II/2026: rà soát ...", "Tháng 6/2026, ...", "Hằng tháng, ...": the time of what follows.
  [[nodiscard]] bool leads() const;

  /// "Hạn nộp hồ sơ: 30/6/2026", "Hạn cuối gửi báo cáo là ngày 15/6/2026", "Ngày 30/6/2026 là hạn
  /// cuối ..."
  [[nodiscard]] bool is_named_last_day() const;

  /// "giấy phép hết hạn trước ...": what runs out then is no work.
  [[nodiscard]] bool runs_out() const;

  /// Whether words right before take the time for theirs; those of a bracket between don't.
  [[nodiscard]] bool taken_by(DutyWord role, std::size_t front) const;

  /// Whether a noun that takes times has one of its own before that of the work, or comes out of
  /// it: "kế hoạch giai đoạn 2026-2030 trong tháng 6", "hoàn thiện hồ sơ trong tháng 6".
  [[nodiscard]] bool has_own(DutyWord role, std::size_t noun, std::size_t front) const;

  /// "Kế hoạch số 45/KH-UBND ngày 10/3/2026", "Nghị định 09/2019/NĐ-CP ngày ..."
  [[nodiscard]] bool follows_document() const;

  /// The time is the day on which the work is held: "tổ chức hội nghị ngày 20/6/2026".
  [[nodiscard]] bool is_held() const;

  /// Behind a comma or an opening bracket: "..., quý II/2026."
  [[nodiscard]] bool stands_alone(std::size_t at) const;

  [[nodiscard]] bool stands_last() const;

  [[nodiscard]] bool limits_next() const;

  const Clause& clause_;
  const ClauseMarks& marks_;
  const std::vector<SpokenWord>& words_;
  const FoundTime& time_;
  std::size_t first_;
  std::size_t last_;
};

}  // namespace sauro::inline v0_1::detail
