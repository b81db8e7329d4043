#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "phrases/time_rhythms.hpp"

namespace sauro::inline v0_1::detail {

/// Reads limits: "trong 05 ngày làm việc kể từ ngày nhận văn bản", "02 tháng kể từ 01/7/2026".
class LimitReader : public RhythmReader {
 public:
  using RhythmReader::RhythmReader;

 protected:
  /// A limit from an event or without one.
  bool limit(TimeItem& item);
  /// A limit that is counted from a day, or back from one.
  bool dated_limit(TimeItem& item);
  /// "trước ngày bầu cử 23 ngày", "trước kỳ họp 15 ngày"
  bool limit_behind(TimeItem& item);
  /// Takes the words up to a semicolon, a rhythm, or a comma that a time or a rhythm follows.
  std::string rest_of_event();
  [[nodiscard]] bool begins_time(std::size_t ahead) const;
  /// What stands before a length: nothing, a word that leads days too, "trong vòng".
  enum class Lead : std::uint8_t { none, some, length };
  Lead limit_lead();
  std::optional<TimeLimit> length();
  bool half_day_ = false;  ///< the length was "nửa ngày"

 private:
  bool skip_limit_noun();
  bool lengths(TimeItem& item);
  std::optional<double> amount();
  std::optional<TimeUnit> unit();
  bool names_stretch();
  [[nodiscard]] bool is_plain_length(const TimeLimit& length) const;
  bool same_day(TimeItem& item);
  [[nodiscard]] bool segment_ends() const {
    return at_ == tokens_.size() || is_sign(';') || is_sign('.');
  }
  [[nodiscard]] bool stands_for_subject(const TimeLimit& length, bool marked) const;
};

}  // namespace sauro::inline v0_1::detail
