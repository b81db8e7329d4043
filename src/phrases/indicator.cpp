#include "sauro/phrases/indicator.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/phrases/target.hpp"
#include "sauro/phrases/timeframe.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/units.hpp"
#include "core/say.hpp"
#include "data/indicator_words.hpp"
#include "phrases/period_words.hpp"
#include "text/phrase_set.hpp"
#include "text/whole_number.hpp"

namespace sauro::inline v0_1 {
namespace {

/// The words of src/data/indicator_words.json; a phrase has the number of its row.
struct IndicatorWords {
  detail::PhraseSet unit;
  detail::PhraseSet measure;
  detail::PhraseSet direction;

  IndicatorWords() {
    int row = 0;
    for (const auto& [where, says, value, words] : detail::data::indicator_words) {
      (where == "unit" ? unit : says == "measure" ? measure : direction).add(words, row++);
    }
  }
};

/// What the rows of these phrases say; of several the first row of the file.
template <class Value>
std::optional<Value> said_by(const detail::PhraseSet& phrases, std::string_view text) {
  const std::string key = tone_key(text);
  int best = -1;
  for (auto found = phrases.find(key); found; found = phrases.find(key, found.at + found.size)) {
    if (best < 0 || found.number < best) best = found.number;
  }
  if (best < 0) return std::nullopt;
  return try_parse<Value>(detail::data::indicator_words[static_cast<std::size_t>(best)][2]);
}

constexpr std::array<std::string_view, 7> measure_texts{"",
                                                        "mức tại một thời điểm",
                                                        "số phát sinh trong kỳ, cộng dồn được",
                                                        "tỷ lệ",
                                                        "thứ hạng",
                                                        "xếp loại",
                                                        "có hoặc không"};
constexpr std::array<std::string_view, 4> better_texts{"", "càng cao càng tốt",
                                                       "càng thấp càng tốt", "trong khoảng là tốt"};

class MeaningReader {
 public:
  explicit MeaningReader(const Indicator& indicator) : indicator_(indicator) {}

  IndicatorMeaning run() {
    meaning_.measure = indicator_.measure == MeasureKind::unknown ? measure() : indicator_.measure;
    meaning_.direction =
        indicator_.direction == Better::unknown ? direction() : indicator_.direction;
    read_baseline();
    return std::move(meaning_);
  }

 private:
  static const IndicatorWords& words() {
    static const IndicatorWords instance;
    return instance;
  }

  void guess(const char* field, std::string_view chosen, std::string_view other = {}) {
    Remark remark{RemarkKind::value, indicator_.id, field, std::string(chosen), {},
                  indicator_.span};
    if (!other.empty()) remark.others.emplace_back(other);
    meaning_.remarks.push_back(std::move(remark));
  }

  [[nodiscard]] bool has_target(TargetKind kind) const {
    return std::any_of(indicator_.targets.begin(), indicator_.targets.end(), [&](const auto& one) {
      return std::any_of(one.targets.begin(), one.targets.end(),
                         [&](const Target& target) { return target.kind == kind; });
    });
  }

  MeasureKind measure() {
    const std::string& unit = indicator_.unit;
    if (const auto told = said_by<MeasureKind>(words().unit, unit)) return *told;
    if (has_target(TargetKind::rank)) return MeasureKind::rank;
    if (has_target(TargetKind::grade)) return MeasureKind::grade;
    if (!unit.empty() && read_unit(unit).dimension.starts_with("percent")) {
      return MeasureKind::ratio;
    }
    const auto told = said_by<MeasureKind>(words().measure, indicator_.name);
    const MeasureKind taken = told.value_or(MeasureKind::level);
    const MeasureKind other = taken == MeasureKind::flow ? MeasureKind::level : MeasureKind::flow;
    guess("measure", measure_texts[static_cast<std::size_t>(taken)],
          measure_texts[static_cast<std::size_t>(other)]);
    return taken;
  }

  /// What the comparison of a target says of the better way.
  static Better better_of(const Target& target) {
    if (target.kind == TargetKind::rank) return Better::lower;
    if (target.direction == "decrease") return Better::lower;
    if (target.direction == "increase") return Better::higher;
    switch (target.comparison) {
      case Comparison::at_least:
      case Comparison::above:
        return Better::higher;
      case Comparison::at_most:
      case Comparison::below:
        return Better::lower;
      case Comparison::range:
        return Better::within;
      default:
        return Better::unknown;
    }
  }

  Better direction() {
    if (meaning_.measure == MeasureKind::rank) return Better::lower;
    for (const IndicatorTarget& one : indicator_.targets) {
      for (const Target& target : one.targets) {
        if (target.stretch) continue;
        if (const Better told = better_of(target); told != Better::unknown) return told;
      }
    }
    if (meaning_.measure == MeasureKind::yes_no || meaning_.measure == MeasureKind::grade) {
      return Better::higher;
    }
    const auto told = said_by<Better>(words().direction, indicator_.name);
    const Better taken = told.value_or(Better::higher);
    const Better other = taken == Better::higher ? Better::lower : Better::higher;
    guess("direction", better_texts[static_cast<std::size_t>(taken)],
          better_texts[static_cast<std::size_t>(other)]);
    return taken;
  }

  void read_baseline() {
    const std::string& text = indicator_.baseline;
    meaning_.baseline_period = indicator_.baseline_period;
    const std::size_t bracket = text.find('(');
    if (meaning_.baseline_period.empty() && bracket != std::string::npos) {
      const std::string inside = text.substr(bracket + 1, text.find(')', bracket) - bracket - 1);
      if (try_parse_period(inside)) meaning_.baseline_period = inside;
    }
    meaning_.baseline = indicator_.baseline_value;
    if (meaning_.baseline || text.empty()) return;
    const WrittenNumber number = read_number(text.substr(0, bracket));
    meaning_.baseline = number.is_ambiguous() ? number.grouped : number.value;
    if (number.is_ambiguous()) {
      guess("baseline", plain_number(*number.grouped), plain_number(*number.decimal));
    }
    if (meaning_.baseline) return;
    for (const Target& one : parse_target(text)) {
      if (one.kind != TargetKind::quantity || !one.value) continue;
      meaning_.baseline = one.value;
      guess("baseline", plain_number(*one.value));
      return;
    }
  }

  const Indicator& indicator_;
  IndicatorMeaning meaning_;
};

/// "11 tháng năm 2026": its first months. Years before 1900 and after 2199 are none.
std::optional<Period> first_months(const std::vector<std::string>& words, std::optional<int> year) {
  if (words.size() < 2 || words[1] != "thang") return std::nullopt;
  const std::optional<int> months = detail::whole_number(words[0]);
  if (!months || *months < 1 || *months > 12) return std::nullopt;
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (const auto named = detail::whole_number(words[i])) {
      year = named;
    } else if (words[i] != "nam" && words[i] != "dau") {
      return std::nullopt;
    }
  }
  if (!year || *year < 1900 || *year > 2199) return std::nullopt;
  return Period(Date(*year, 1, 1), Period::month(*year, *months).last());
}

}  // namespace

std::optional<Period> try_parse_period(std::string_view text, std::optional<int> year) {
  const std::vector<std::string> words = detail::parts_of(fold(text), ' ');
  if (const auto months = first_months(words, year)) return months;
  TimeframeContext context;
  context.year = year;
  const Timeframe read = parse_timeframe(detail::month_first(std::string(text)), context);
  const bool is_span = read.kind == TimeframeKind::window || read.kind == TimeframeKind::roadmap;
  if (!is_span || !read.due) return std::nullopt;
  if (!words.empty() && words.front() == "den" &&
      detail::whole_number(words.back()) == read.due->year()) {
    return Period::year(read.due->year());
  }
  if (!read.start) return std::nullopt;
  return Period(*read.start, *read.due);
}

Period parse_period(std::string_view text, std::optional<int> year) {
  if (const auto period = try_parse_period(text, year)) return *period;
  throw Error(ErrorCode::invalid_period, detail::shortened(text),
              {"không phải là một kỳ; ví dụ: T3/2026, Quý I/2026, 9 tháng năm 2026",
               "names no period; for example T3/2026, Quý I/2026, 9 tháng năm 2026"});
}

IndicatorMeaning meaning_of(const Indicator& indicator) { return MeaningReader(indicator).run(); }

}  // namespace sauro::inline v0_1
