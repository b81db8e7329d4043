#include "phrases/mean_words.hpp"

#include "sauro/text/fold.hpp"
#include "sauro/text/units.hpp"
#include "data/mean_words.hpp"
#include "text/phrase_set.hpp"

namespace sauro::inline v0_1::detail {

namespace {

/// Whether a name is that of an average or an index.
bool names_mean(std::string_view name) {
  static const PhraseSet words = [] {
    PhraseSet set;
    for (const auto& row : data::mean_words) set.add(row[0]);
    return set;
  }();
  return static_cast<bool>(words.find(tone_key(name)));
}

}  // namespace

bool adds_up(std::string_view name, const std::string& unit) {
  const std::string dimension = read_unit(unit).dimension;
  return !dimension.starts_with("percent") && dimension.find('/') == std::string::npos &&
         !names_mean(name);
}

}  // namespace sauro::inline v0_1::detail
