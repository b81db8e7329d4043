#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/phrases/timeframe.hpp"
#include "reading/context.hpp"
#include "reading/duty_bodies.hpp"
#include "reading/duty_times.hpp"
#include "reading/duty_words.hpp"
#include "reading/lead_ins.hpp"

namespace sauro::inline v0_1::detail {

/// Where a paragraph stands among the others.
struct DutyPlace {
  std::string section;  ///< id
  std::string scope;    ///< begins the ids of its duties: "0.II.1."
  std::string number;   ///< its own: "a"; may be empty
  std::string mark;     ///< "-", "+", or what kind of number it has; empty where none
  Place place;
};

/// The duties that paragraphs give to bodies and persons.
class DutyReader {
 public:
  explicit DutyReader(Context& context) : context_(context) {}

  /// Takes a paragraph, without its number or bullet, that stands below the heading or lead-in of
  /// `charge`; false where nobody is given anything in it.
  bool take(std::string_view text, const Charge& charge, const DutyPlace& where);

  /// The charge of a paragraph that hands out what stands below it.
  [[nodiscard]] std::optional<Charge> lead_in(std::string_view text);

  /// Whether a paragraph names the day until which something is to be done.
  [[nodiscard]] bool names_last_day(const Clause& paragraph);

  /// What follows stands in another section.
  void open_section() { above_.clear(); }

 private:
  struct Piece;

  [[nodiscard]] std::vector<Piece> cut(const std::vector<Clause>& clauses, const Charge& charge,
                                       Place place);
  [[nodiscard]] DutyOwner owner_of(const Clause& clause, std::size_t from, const Charge& charge,
                                   bool is_first, bool has_limit);
  [[nodiscard]] std::string later_limit(const Clause& clause, const FoundTime& limit);
  [[nodiscard]] std::optional<FoundTime> limit_beside(const Wait& wait, const Clause& clause,
                                                      TimesLeft& left);
  [[nodiscard]] bool is_ownerless(const Clause& clause, std::size_t from, const Charge& charge,
                                  const FoundTime& limit);
  [[nodiscard]] bool is_issuer(const DutyOwner& owner) const;
  [[nodiscard]] bool is_generic(const DutyOwner& owner) const;
  [[nodiscard]] bool is_same_group(const DutyOwner& owner, const DutyOwner& other) const;
  [[nodiscard]] const TimeframeContext& times();
  void tell(std::string_view text, const Piece& first, Place place);
  void write(const Piece& piece, const DutyPlace& where, bool is_first);
  void enter(const std::string& mark, const std::string& id);
  [[nodiscard]] std::vector<std::string> helpers_in_brackets(const Clause& clause,
                                                             const DutyOwner& owner);
  void take_bodies(const Piece& piece, const Partners& first, Duty& duty);
  Remark& remark(RemarkKind kind, std::string_view field, const Duty& duty);
  void take_limit(const FoundTime& limit, Duty& duty);

  Context& context_;
  std::optional<TimeframeContext> times_;
  std::vector<std::string> other_;  ///< subject of the clause that is read, below another's heading
  std::vector<std::pair<std::string, std::string>> above_;  ///< mark and id of open duties
};

}  // namespace sauro::inline v0_1::detail
