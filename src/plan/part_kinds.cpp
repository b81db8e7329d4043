#include "plan/part_kinds.hpp"

#include <string>

#include "sauro/core/enums.hpp"
#include "sauro/text/fold.hpp"
#include "data/part_words.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1::detail {
namespace {

enum class End { first, last };

/// The kind whose words stand at an end of a name.
PartsKind told_by(std::string_view name, End end) {
  const std::string key = ' ' + tone_key(name) + ' ';
  PartsKind kind = PartsKind::unknown;
  for (const auto& entry : data::part_words) {
    for_each_part(entry[1], '|', [&](std::string_view one) {
      const std::string word = ' ' + tone_key(one) + ' ';
      const bool is_there = end == End::first ? key.starts_with(word) : key.ends_with(word);
      if (is_there) kind = *try_parse<PartsKind>(entry[0]);
    });
  }
  return kind;
}

}  // namespace

bool is_in_others(const Indicator& part) {
  return told_by(part.name, End::first) == PartsKind::some;
}

PartsKind parts_kind(const Indicator& whole, const std::vector<const Indicator*>& parts) {
  if (whole.parts != PartsKind::unknown) return whole.parts;
  PartsKind kind = told_by(whole.name, End::last);
  for (const Indicator* part : parts) {
    if (kind == PartsKind::unknown) kind = told_by(part->name, End::first);
  }
  return kind;
}

}  // namespace sauro::inline v0_1::detail
