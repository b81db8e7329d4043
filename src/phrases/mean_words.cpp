#include "phrases/mean_words.hpp"

#include "sauro/text/fold.hpp"
#include "data/mean_words.hpp"
#include "text/phrase_set.hpp"

namespace sauro::inline v0_1::detail {

bool names_mean(std::string_view name) {
  static const PhraseSet words = [] {
    PhraseSet set;
    for (const auto& row : data::mean_words) set.add(row[0]);
    return set;
  }();
  return static_cast<bool>(words.find(tone_key(name)));
}

}  // namespace sauro::inline v0_1::detail
