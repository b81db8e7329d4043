#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/phrases/target.hpp"
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
    bool change = false;
    bool any = false;
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

  bool lead_word(Lead& lead, Target& target);
  Lead read_lead(Target& target);
  /// Whether the number here is one of a date, an article or a list.
  [[nodiscard]] bool names_something() const;

  /// The noun that is counted, or what a share is of.
  void read_unit(Target& target, bool percent);
  /// "/năm", "/vạn dân"
  void read_rate(Target& target);
  bool read_tail(Target& target);

  /// Words up to the end of the piece.
  std::string rest_of_piece();
  void read_baseline(Target& target);
  /// "năm 2026", "mỗi năm", "trở lên" said twice, after the quantity
  void read_after(Target& target);

  bool whole_;  ///< the text is a target and nothing else
  bool piece_start_ = true;
  bool after_target_ = false;
  std::string period_;
  std::vector<Target> targets_;

 private:
  bool comparison_word(Lead& lead);
  bool year_in_lead(Target& target);
  [[nodiscard]] bool known_rate(std::size_t ahead) const;
  [[nodiscard]] bool ends_unit() const;
  static bool is_people(const Token& token);
  void read_one_rate(Target& target);

  std::size_t unit_words_ = 0;
};

}  // namespace sauro::inline v0_1::detail
