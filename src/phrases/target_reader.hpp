#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/phrases/target.hpp"
#include "phrases/target_words.hpp"
#include "phrases/token_reader.hpp"

namespace sauro::inline v0_1::detail {

/// Reads the parts of a target: the words that lead it, its unit, rate and period, what follows it.
class TargetReader : public TokenReader {
 public:
  TargetReader(std::string_view text, bool whole);

 protected:
  /// What the words before a number say of it.
  struct Lead {
    Comparison comparison = Comparison::none;
    bool marked = false;  ///< by a comparison that running text uses for nothing else
    bool from = false;    ///< "từ"
    bool change = false;  ///< "tăng", "giảm"
    bool level = false;   ///< "tăng lên", "giảm xuống còn": the number is where it ends
    bool times = false;   ///< "gấp"
    bool limit = false;   ///< "chậm nhất"
    bool place = false;   ///< "nâng thứ hạng"
    bool raise = false;   ///< "nâng", "cải thiện": by a share or places, not by things
    bool equals = false;  ///< "bằng"
    bool any = false;
    /// "cao hơn", "thấp hơn": a change where it says than what
    TargetRole relative = TargetRole::none;
  };

  void add(Target target, std::size_t begin);
  bool back_to(std::size_t place);
  /// "hằng năm", "đến năm 2030" before a quantity hold for it.
  void note_period();

  /// Takes words while `take` does, but no more than a target has; whether there were some.
  template <class Take>
  static bool take_some(Take take) {
    constexpr int most = 10;  // a text of such words alone is read in linear time
    int taken = 0;
    while (taken < most && take()) ++taken;
    return taken > 0;
  }

  [[nodiscard]] TargetPhrase phrase(std::size_t ahead = 0) const {
    return at_ + ahead < phrases_.size() ? phrases_[at_ + ahead] : TargetPhrase{};
  }
  bool eat(TargetRole role);
  using TokenReader::eat;

  bool comparison_word(Lead& lead);
  bool lead_word(Lead& lead, Target& target);
  Lead read_lead(Target& target);
  /// Whether the number here is one of a date, an article or a list.
  [[nodiscard]] bool names_something() const;
  /// Whether the word before the number says that it is one: "ngày 15", "Điều 5".
  [[nodiscard]] bool names_number() const;

  /// A number in figures or, where the words before say that one comes, in words; "02 (hai)" is
  /// one.
  std::optional<double> read_count(const Lead& lead);
  /// Whether words here are a number that counts something: "mười mô hình".
  [[nodiscard]] bool counts_in_words() const;
  /// "%", "‰", "phần trăm" after a number; empty where there is none.
  std::string read_share();
  /// Whether the words here lead to a level: "lên 90%", but not "trở lên" or "còn hạn".
  [[nodiscard]] bool turns() const;
  /// The words of tokens [begin, end), with the bracket that closes one of them.
  [[nodiscard]] std::string closed_words(std::size_t begin, std::size_t end) const;

  /// The noun that is counted, or what a share is of.
  void read_unit(Target& target, bool percent);
  /// "/năm", "/vạn dân"
  void read_rate(Target& target);
  bool read_tail(Target& target);

  /// Words up to the end of the piece.
  std::string rest_of_piece();
  /// "so với năm 2025"
  void read_baseline(Target& target);
  /// "năm 2026", "mỗi năm", "trở lên" said twice, after the quantity
  void read_after(Target& target);

  bool whole_;  ///< the text is a target and nothing else
  bool piece_start_ = true;
  bool after_target_ = false;
  std::string period_;
  std::vector<Target> targets_;
  std::vector<TargetPhrase> phrases_;  ///< at each token; every way to read one asks for them

 private:
  bool compares(Lead& lead);
  bool changes(Lead& lead, Target& target);
  bool reaches_level(Lead& lead, const Target& target);
  bool year_in_lead(Target& target);
  [[nodiscard]] bool known_rate(std::size_t ahead) const;
  [[nodiscard]] bool ends_unit() const;
  [[nodiscard]] bool goes_on() const;
  [[nodiscard]] bool begins_time(std::size_t ahead) const;
  [[nodiscard]] bool is_whole_counted(std::size_t begin) const;
  static bool is_people(const Token& token);
  void read_one_rate(Target& target);

  std::size_t unit_words_ = 0;
  bool passive_ = false;  ///< "được" stands in the unit
};

}  // namespace sauro::inline v0_1::detail
