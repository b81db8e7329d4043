#include "reading/reporting.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "phrases/meanings.hpp"
#include "reading/cell_text.hpp"
#include "reading/clauses.hpp"
#include "reading/duty_names.hpp"
#include "reading/spoken_words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "báo cáo tuần: ...", "báo cáo tháng trước ngày 20": called by how often it comes.
template <class IsUnit>
bool is_named_by_unit(const std::vector<SpokenWord>& words, std::size_t at, IsUnit is_unit) {
  if (matching_words(words, at, "bao cao") == 0 || !is_unit(at + 2)) return false;
  if (at + 3 == words.size()) return true;
  const std::string& next = words[at + 3].key;
  return next == "truoc" || next == "cham" || next == "vao" || next == "gui";
}

/// Words by which a plan says how often: [first, last) in `words`, or nothing.
std::optional<std::pair<std::size_t, std::size_t>> find_frequency(
    const std::vector<SpokenWord>& words) {
  constexpr std::array<std::string_view, 6> units = {"ngay", "tuan", "thang", "quy", "nam", "ky"};
  const auto is_unit = [&](std::size_t i) {
    return i < words.size() && std::find(units.begin(), units.end(), words[i].key) != units.end();
  };
  /// Words of one rhythm that begins at i: "hàng quý", "6 tháng", "đột xuất"; 0 where none.
  const auto rhythm = [&](std::size_t i, bool listed) -> std::size_t {
    const std::string& key = words[i].key;
    if ((key == "hang" || key == "moi") && is_unit(i + 1)) return 2;
    const bool counted = key == "6" || key == "9" || key == "3" || key == "sau" || key == "chin";
    if (counted && i + 1 < words.size() && words[i + 1].key == "thang") return 2;
    if (listed && key == "dot" && i + 1 < words.size() && words[i + 1].key == "xuat") return 2;
    const bool numbered =  // "định kỳ ngày 25 hằng tháng"
        i + 1 < words.size() && is_digit(decode(words[i + 1].key, 0).value);
    return listed && is_unit(i) && !numbered ? 1 : 0;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_named_by_unit(words, i, is_unit)) return std::pair{i + 2, i + 3};
    const bool named = words[i].key == "dinh" && i + 1 < words.size() && words[i + 1].key == "ky";
    std::size_t first = named ? i + 2 : i;
    if (first >= words.size()) break;
    std::size_t last = first;
    std::size_t step = rhythm(first, named);
    if (step == 0) continue;
    while (step != 0) {
      last += step;
      std::size_t next = last;
      while (next < words.size() &&
             (words[next].key == "va" || words[next].key == "hoac" || words[next].key == "dau" ||
              words[next].key == "tong" || words[next].key == "ket")) {
        ++next;
      }
      step = next < words.size() ? rhythm(next, true) : 0;
      if (step != 0) last = next;
    }
    return std::pair{first, last};
  }
  return std::nullopt;
}

/// The name that begins at `at`: up to a bracket, a comma or a word that goes on.
std::string_view name_from(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_name = 300;  // bytes
  std::string_view name = text.substr(at, longest_name);
  for (const std::string_view stop : {"(",           ")",        ";",
                                      ".",           " để ",     " theo ",
                                      " trước ",     " ngày ",   " vào ",
                                      " chậm nhất",  " định kỳ", " hàng ",
                                      " hằng ",      " về ",     " qua ",
                                      " thông qua ", " kết quả", " tình hình",
                                      ", ",          ":",        " và các nội dung"}) {
    name = name.substr(0, name.find(stop));
  }
  return trim(name);
}

/// Whom a sentence reports to, and through whom.
void find_recipients(Context& context, std::string_view sentence,
                     const std::vector<SpokenWord>& words, Reporting& found) {
  bool reports = false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string& key = words[i].key;
    const bool report = key == "bao" && words[i + 1].key == "cao";
    reports = reports || report;
    const bool towards =
        key == "ve" || key == "gui" || key == "cho" || key == "len" || key == "den";
    const bool via = key == "qua";
    if (!reports || (!report && !towards && !via)) continue;
    const std::size_t next = i + (report ? 2 : 1);
    if (next >= words.size()) break;
    const std::string_view name = name_from(sentence, words[next].at);
    std::string& field = via ? found.through : found.recipient;
    if (field.empty() && context.agencies.is_agency(name)) {
      field = context.agencies.identify(name);
    }
  }
}

/// When a sentence says that it is reported: "trước ngày 20 hằng tháng" rather than "hằng tháng".
Timeframe rhythm_of(std::string_view sentence, std::string_view frequency,
                    const TimeframeContext& context) {
  for (FoundTime& time : find_times(sentence, context)) {
    const TimeframeKind kind = time.timeframe.kind;
    if (kind == TimeframeKind::periodic || kind == TimeframeKind::occasions)
      return std::move(time.timeframe);
  }
  return parse_timeframe(frequency, context);
}

}  // namespace

std::optional<Reporting> find_reporting(Context& context, std::string_view sentence, Place place) {
  if (sentence.find("báo cáo") == std::string_view::npos &&
      sentence.find("Báo cáo") == std::string_view::npos) {
    return std::nullopt;
  }
  sentence = trim(sentence);
  while (sentence.ends_with('.') || sentence.ends_with(';')) sentence.remove_suffix(1);
  const std::vector<SpokenWord> words = spoken_words(sentence);
  const auto frequency = find_frequency(words);
  if (!frequency) return std::nullopt;
  Reporting found;
  found.text = sentence;
  found.frequency = one_line(sentence.substr(
      words[frequency->first].at, words[frequency->second - 1].end - words[frequency->first].at));
  found.timeframe = rhythm_of(sentence, found.frequency, times_of(context.plan.document));
  found.span = context.source.span(place);
  find_recipients(context, sentence, words, found);
  const Clause clause{sentence, words};
  const std::size_t group = group_at(clause, 0);
  const std::size_t behind = group != no_word ? group : known_at(context, clause, 0);
  const std::string_view subject =
      behind == no_word ? name_from(sentence, 0) : clause.between(0, behind);
  if (group != no_word || context.agencies.is_agency(subject))
    found.reporter = context.agencies.identify(subject);
  return found;
}

void add_told_text(Context& context, std::string_view text, Place place) {
  context.last_section(place).paragraphs.emplace_back(text);
  for (const Clause& clause : cut_clauses(text)) {
    if (auto found = find_reporting(context, clause.text, place))
      context.plan.reporting.push_back(std::move(*found));
  }
}

}  // namespace sauro::inline v0_1::detail
