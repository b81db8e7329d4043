// The year of a time: "năm sau", "/2026", "cả năm", "năm trước năm kế hoạch".
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "data/year_names.hpp"
#include "phrases/time_points.hpp"
#include "text/parts.hpp"
#include "text/whole_number.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

namespace {

struct YearNames {
  struct Name {
    std::vector<PhraseWord> words;
    int number;
  };
  std::vector<Name> stems, branches;
};

const YearNames& year_names() {
  static const YearNames loaded = [] {
    YearNames made;
    for (const auto& [part, place, names] : data::year_names) {
      auto& list = part == "stem" ? made.stems : made.branches;
      const int number = whole_number(place).value_or(0);
      for_each_part(names, '|',
                    [&](std::string_view name) { list.push_back({phrase_words(name), number}); });
    }
    return made;
  }();
  return loaded;
}

}  // namespace

int PointReader::year_by_name() {
  constexpr int first = 1984;  // Giáp Tý
  constexpr int stems = 10;
  constexpr int cycle = 60;
  const std::size_t at = at_ + (is(nam) ? 1 : 0);
  for (const auto& stem : year_names().stems) {
    if (!stands_at(stem.words, tokens_, at)) continue;
    for (const auto& branch : year_names().branches) {
      if (!stands_at(branch.words, tokens_, at + stem.words.size())) continue;
      for (int year = stem.number; year < cycle; year += stems) {
        if (year % 12 != branch.number) continue;
        at_ = at + stem.words.size() + branch.words.size();
        return first + year;
      }
    }
  }
  return 0;
}

bool PointReader::is_short_year(std::size_t ahead) const {
  return is_number(ahead) && token(ahead).digits == 2 && number(ahead) >= 20 && number(ahead) < 50;
}

int PointReader::year_at(std::size_t ahead) const {
  constexpr int century = 2000;
  return is_year(ahead) ? number(ahead) : century + number(ahead);
}

bool PointReader::relative_year(TimePoint& to) {
  return attempt([&] {
    if (!eat(nam)) return false;
    to.says_year = true;
    if (skip_phrase(PhraseRole::this_one)) {
      if (is_year()) {  // "năm kế hoạch 2026"
        to.year = number();
        ++at_;
      }
      return true;
    }
    const auto of_this = [&] { return eat(nam) && skip_phrase(PhraseRole::this_one); };
    if (last_year()) {
      to.year_shift = -1;
      attempt(of_this);  // "năm trước năm kế hoạch"
      return true;
    }
    if (!next_year()) {
      to.says_year = false;
      return false;
    }
    to.year_shift = 1;
    attempt(of_this);  // "năm sau năm báo cáo"
    return true;
  });
}

/// "trước liền kề" behind "năm"; but "báo cáo năm trước ngày 15/6" is due before that day.
bool PointReader::last_year() {
  const std::size_t words = phrase_at(PhraseRole::last);
  const bool goes_on = is(ngay, 1) || is_number(1) || is(khi, 1) || is(thang, 1) || is(quy, 1);
  if (words == 0 || (words == 1 && goes_on)) return false;
  at_ += words;
  return true;
}

/// "tiếp theo" behind "năm"; "năm đến" is the next one too, but "năm đến 2030" goes up to it.
bool PointReader::next_year() {
  if (is(sau) && (is(khi, 1) || is_number(1) || is(ngay, 1))) return false;
  if (skip_phrase(PhraseRole::next)) return true;
  if (!is(den) || is_number(1) || is(nam, 1) || is(ngay, 1) || is(het, 1)) return false;
  ++at_;
  return true;
}

bool PointReader::named_year(TimePoint& to) {
  const Word lead = at_ > 0 ? tokens_[at_ - 1].word : other;
  const bool whole = eat(ca) || eat(toan);
  to.unit = PointUnit::year;
  to.whole = whole;
  const bool bare_next = is(nam) && is(tiep, 1);  // "những năm tiếp theo" has no end
  if (!bare_next && !is_running_ && relative_year(to)) return true;
  if (!eat(nam)) return false;
  if (is_year()) {
    to.year = number();
    ++at_;
  } else if (lead == cac) {
    return false;                                                 // "các năm": which ones?
  } else if (is_running_ ? eat(sau) || eat(den) : next_year()) {  // but "hai năm liền kề"
    to.year_shift = 1;
    to.says_year = true;
  } else if (!eat(nay) && is_running_ && !whole) {  // "vốn năm trước ngày 15/12" names no year
    constexpr std::array leads = {trong, cuoi, dau, giua, het, den};
    if (std::find(leads.begin(), leads.end(), lead) == leads.end()) return false;
  }
  return !is_number() && !is(tiep);
}

/// "/2026", "năm 2026", "năm sau", "2026", "/26"
void PointReader::year_after(TimePoint& to) {
  attempt([&] {
    const bool slash = is_sign('/');
    bool led = eat_sign('/') || eat_sign('-') || eat_sign('.') || eat(cua);
    if (relative_year(to)) return true;
    led = eat(nam) || led;
    if (slash && !is_running_ && is_short_year(0) && !is_sign('/', 1)) {
      to.year = year_at(0);
      ++at_;
      return true;
    }
    if (!is_year() || (!led && is_sign('-', 1))) return false;
    to.year = number();
    ++at_;
    return true;
  });
}

}  // namespace sauro::inline v0_1::detail
