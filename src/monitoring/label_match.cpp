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
    folded_.push_back(fold(one.name));
    like_[folded_.back()].push_back(i);
  }
}

/// Those whose names are part of a label, or that it is part of; the first few.
std::vector<std::size_t> IndicatorNames::holding(const std::string& folded) const {
  constexpr std::size_t most = 3;
  const auto is_in = [](const std::string& part, const std::string& whole) {
    return (" " + whole + " ").find(" " + part + " ") != std::string::npos;
  };
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < folded_.size() && found.size() < most && !folded.empty(); ++i) {
    const std::string& name = folded_[i];
    if (!name.empty() && (is_in(folded, name) || is_in(name, folded))) found.push_back(i);
  }
  return found;
}

IndicatorNames::Found IndicatorNames::find(std::string_view label) {
  const std::string text = to_nfc(label);
  auto found = ids_.find(text);
  if (found == ids_.end()) found = names_.find(tone_key(text));
  const bool is_known = found != ids_.end() && found != names_.end();
  if (is_known && found->second.size() == 1) {
    return {static_cast<std::ptrdiff_t>(found->second.front()), {}};
  }
  std::vector<std::size_t> like;
  if (is_known) {
    like = found->second;
  } else if (const auto same = like_.find(fold(text)); same != like_.end()) {
    like = same->second;
  } else if (searches_left_ > 0) {
    --searches_left_;
    like = holding(fold(text));
  }
  if (like.empty()) {
    return {-1, say("không có chỉ tiêu “{}”", "there is no indicator \"{}\"", text)};
  }
  std::string all;
  for (const std::size_t i : like) {
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
