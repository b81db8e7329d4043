#include "monitoring/label_match.hpp"

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

IndicatorNames::IndicatorNames(const std::vector<Indicator>& indicators) : indicators_(indicators) {
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const Indicator& one = indicators[i];
    ids_[one.id].push_back(i);
    names_[tone_key(one.name)].push_back(i);
    if (!one.number.empty()) names_[tone_key(one.number + " " + one.name)].push_back(i);
    like_[fold(one.name)].push_back(i);
  }
}

IndicatorNames::Found IndicatorNames::find(std::string_view label) const {
  const std::string text = to_nfc(label);
  auto found = ids_.find(text);
  if (found == ids_.end()) found = names_.find(tone_key(text));
  const bool is_known = found != ids_.end() && found != names_.end();
  if (is_known && found->second.size() == 1) {
    return {static_cast<std::ptrdiff_t>(found->second.front()), {}};
  }
  const auto like = is_known ? found : like_.find(fold(text));
  if (!is_known && like == like_.end()) {
    return {-1, say("không có chỉ tiêu “{}”", "there is no indicator \"{}\"", text)};
  }
  std::string all;
  for (const std::size_t i : like->second) {
    all += (all.empty() ? "" : ", ") + indicators_[i].id + " (" + indicators_[i].name + ")";
  }
  if (is_known) {
    return {-1, say("“{}” là tên của nhiều chỉ tiêu: {}; hãy ghi mã",
                    "\"{}\" names several indicators: {}; give the id", text, all)};
  }
  return {-1, say("không có chỉ tiêu “{}”; gần giống: {}",
                  "there is no indicator \"{}\"; similar: {}", text, all)};
}

}  // namespace sauro::inline v0_1::detail
