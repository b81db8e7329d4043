#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/plan/plan.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/agencies.hpp"
#include "reading/source.hpp"
#include "reading/told.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {

/// What the parts of the interpreter share while they fill one plan.
struct Context {
  Context(const Source& from, const ReadOptions& with) : source(from), options(with) {}

  const Source& source;
  const ReadOptions& options;
  Plan plan;
  AgencyResolver agencies{options.agencies, plan.agencies};
  Told told{options.corrections};
  std::vector<std::pair<std::size_t, std::string>> starts;  ///< of tasks by place, as written
  std::vector<std::size_t> durations;            ///< places of tasks whose time is a number of days
  bool told_progress = false;                    ///< a remark says that a table may be a register
  std::unordered_map<std::string, int> id_uses;  ///< so that a double number gets an id of its own

  /// An id of `scope` and `number` that no other task has.
  std::string make_id(const std::string& scope, std::string_view number) {
    std::string id = scope + std::string(number);
    const int use = ++id_uses[id];
    if (number.empty() || use > 1) id += "#" + std::to_string(use);
    return id;
  }

  /// Notes text that goes into no field because it only marks a list, row or heading.
  void count_marks(std::size_t visible) { plan.coverage.marks += visible; }

  /// Notes that a merged cell's text is used once more.
  void count_again(std::string_view text) { plan.coverage.characters += count_visible(text); }

  /// The section that is open; before the first heading, one without a title.
  Section& last_section(Place place) {
    if (plan.sections.empty()) plan.sections.emplace_back().span = source.span(place);
    return plan.sections.back();
  }

  /// Notes a guess about the table or text at `place`; later ones may be given a task.
  Remark& remark(RemarkKind kind, std::string_view chosen, Place place) {
    return plan.remarks.emplace_back(
        Remark{kind, {}, {}, std::string(chosen), {}, source.span(place)});
  }

  void leave_unread(std::string_view text, std::string_view reason, Place place) {
    plan.unread.push_back({std::string(text), std::string(reason), source.span(place)});
  }
};

/// Visible characters of all fields of a plan that hold text of the source, each once.
[[nodiscard]] std::size_t count_in_fields(const Plan& plan);

/// Visible characters of the source as the readers gave it.
[[nodiscard]] std::size_t count_in_source(const Source& source);

/// Lists words of `text` that look like slips of scanning or typing.
class SlipFinder {
 public:
  static constexpr std::size_t most = 100'000;  ///< slips of one document

  /// `names`: proper names of this document, spelled right ("Vĩnh Phong").
  SlipFinder(const Source& source, const std::vector<std::string>& names);

  void look(std::string_view text, Place place, std::vector<Slip>& slips);

 private:
  struct Phrase {
    std::string first;  ///< tone keys of its words
    std::string second;
    std::string text;
    bool name = false;  ///< a proper name of this document
  };

  struct Known {
    bool syllable = false;      ///< is one of Vietnamese
    std::size_t as_first = 0;   ///< its number among the first words of phrases; 0 for none
    std::size_t as_second = 0;  ///< among the second ones
    std::string tones;
  };
  using Numbers = TextMap<std::size_t>;

  static std::uint64_t pair_of(std::size_t first, std::size_t second) {
    return (static_cast<std::uint64_t>(first) << 32U) | second;
  }
  const Known& know(std::string_view word);
  [[nodiscard]] const Phrase* mistaken(const Known& first, const Known& second) const;

  const Source& source_;
  Numbers firsts_;  ///< the words of the phrases, folded
  Numbers seconds_;
  std::unordered_map<std::uint64_t, Phrase> phrases_;            ///< by the numbers of their words
  std::unordered_map<std::string_view, Known, ViewHash> known_;  ///< words of the source
};

}  // namespace sauro::inline v0_1::detail
