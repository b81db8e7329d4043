#include "reading/narrative.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_heading = 260;  // bytes of a heading that isn't Roman

/// One word of a text: its folded form and its place.
struct Word {
  std::string key;
  std::size_t at = 0;
  std::size_t end = 0;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (letter_of(c.value).base == 0 && !is_digit(c.value)) {
      at += c.size;
      continue;
    }
    std::size_t end = at;
    while (end < text.size()) {
      const CodePoint next = decode(text, end);
      if (letter_of(next.value).base == 0 && !is_digit(next.value)) break;
      end += next.size;
    }
    words.push_back({fold(text.substr(at, end - at)), at, end});
    at = end;
  }
  return words;
}

/// Words by which a plan says how often: [first, last) in `words`, or nothing.
std::optional<std::pair<std::size_t, std::size_t>> find_frequency(const std::vector<Word>& words) {
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
    return listed && is_unit(i) ? 1 : 0;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
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
  for (const std::string_view stop :
       {"(", ")", ";", ".", " để ", " theo ", " trước ", " định kỳ", " hàng ", " hằng ", " về ",
        " qua ", " thông qua ", " kết quả", " tình hình", ", ", ":", " và các nội dung"}) {
    name = name.substr(0, name.find(stop));
  }
  return trim(name);
}

/// Title of a heading without what introduces an agency: "Đề nghị Ủy ban ...".
std::string_view without_introduction(std::string_view title) {
  for (const std::string_view word :
       {"Đề nghị ", "Giao ", "Yêu cầu ", "Đối với ", "Trách nhiệm của ", "ĐỀ NGHỊ ", "GIAO ",
        "đề nghị ", "giao "}) {
    if (title.starts_with(word)) title.remove_prefix(word.size());
  }
  title = trim(title);
  while (title.ends_with(':') || title.ends_with('.')) title.remove_suffix(1);
  return trim(title);
}

}  // namespace

bool Narrative::goes_on(std::string_view text) const {
  const auto label = leading_label(text);
  if (!label || path_.empty() || outline_level(*label, text) != path_.front().level) return false;
  const auto value = [](const std::string& number) {
    const int roman = roman_value(number);
    return roman != 0 ? roman : leading_int(number);
  };
  const int before = value(path_.front().number);
  return before != 0 && value(label->number) == before + 1;
}

SectionPath Narrative::path_above(int level) const {
  SectionPath path;
  for (const OpenSection& section : path_) {
    if (section.level >= level) break;
    path.numbers += (path.numbers.empty() ? "" : ".") + section.number;
    path.title = section.title;
  }
  return path;
}

std::vector<std::string> Narrative::agencies_above(int level) const {
  return level > agency_level_ ? agencies_ : std::vector<std::string>{};
}

std::string_view Narrative::title() const {
  return context_.plan.sections.empty() ? std::string_view{} : context_.plan.sections.back().title;
}

/// Whether the open part of the plan hands out work, so that names in it own what follows them.
bool Narrative::gives_duties() const {
  return top_title_.find("nhiem vu") != std::string::npos ||
         top_title_.find("thuc hien") != std::string::npos ||
         top_title_.find("trach nhiem") != std::string::npos ||
         top_title_.find("phan cong") != std::string::npos ||
         top_title_.find("giai phap") != std::string::npos;
}

void Narrative::take(const Unit& unit) {
  if (take_heading(unit)) return;
  const auto label = leading_label(unit.text);
  const bool next =
      label && outline_level(*label, unit.text) <= agency_level_;  // "2. ..." after "1. Phòng A"
  const bool last_words = fold(unit.text.substr(0, 24)).starts_with("tren day la");
  if (next || last_words) leave_agency();
  if (agencies_.empty() && take_numbered(unit)) return;
  add_text(unit.text, unit.place);
}

/// What follows speaks to nobody in particular.
void Narrative::leave_agency() {
  agencies_.clear();
  agency_level_ = 0;
}

/// A numbered paragraph without a title is a section of its own: "2. Yêu cầu: việc kiểm tra ...".
bool Narrative::take_numbered(const Unit& unit) {
  const std::string_view text = unit.text;
  const auto label = leading_label(text);
  const bool numbered =
      label && (label->kind == LabelKind::arabic || label->kind == LabelKind::dotted);
  if (!numbered || path_.empty()) return false;
  context_.count_marks(count_visible(text.substr(0, label->size)));
  open_section(*label, outline_level(*label, text), "", unit.place);
  add_text(trim(text.substr(label->size)), unit.place);
  return true;
}

bool Narrative::take_heading(const Unit& unit) {
  const std::string_view text = unit.text;
  const auto label = leading_label(text);
  if (!label) return false;
  const std::string_view rest = trim(text.substr(label->size));
  const int level = outline_level(*label, text);
  const bool strong = heads_group(label->kind);
  const std::string_view who = without_introduction(rest);
  const bool to_agency = rest.size() < longest_heading && gives_duties() && !strong &&
                         context_.agencies.is_agency(who);
  const bool is_title = rest.size() < longest_heading && !rest.ends_with('.') &&
                        !rest.ends_with(';') && label->kind != LabelKind::small_letter;
  if (!strong && !to_agency && !is_title) return false;
  if (!strong && !to_agency && gives_duties() && !subject_of(who).empty()) return false;
  context_.count_marks(count_visible(text.substr(0, label->size)));
  if (level <= agency_level_ || to_agency) leave_agency();
  open_section(*label, level, rest, unit.place);
  if (to_agency) {
    agencies_ = context_.agencies.identify_all(who);
    agency_level_ = level;
  }
  return true;
}

void Narrative::open_section(const Label& label, int level, std::string_view title, Place place) {
  while (!path_.empty() && path_.back().level >= level) path_.pop_back();
  path_.push_back({level, label.number, std::string(title)});
  if (path_.size() == 1) top_title_ = fold(title);
  Section section;
  section.id = prefix_ + path_above(level + 1).numbers;
  section.number = label.number;
  section.title = title;
  section.level = static_cast<int>(path_.size());
  section.span = context_.source.span(place);
  context_.plan.sections.push_back(std::move(section));
}

void Narrative::add_text(std::string_view text, Place place) {
  if (!agencies_.empty()) {
    add_duty(agencies_, text, place);
    return;
  }
  if (gives_duties() && add_inline_duty(text, place)) return;
  context_.last_section(place).paragraphs.emplace_back(text);
  find_reporting(text, "", place);
}

/// "Giao Phòng Nội vụ chủ trì ...", "Phòng Kinh tế: chủ trì ...".
bool Narrative::add_inline_duty(std::string_view text, Place place) {
  const auto label = leading_label(text);
  const std::string_view body = trim(label ? text.substr(label->size) : take_bullet(text).rest);
  const std::string_view who = subject_of(without_introduction(body));
  if (who.empty()) return false;
  const std::size_t start = static_cast<std::size_t>(body.data() - text.data());
  context_.count_marks(count_visible(text.substr(0, start)));
  add_duty(context_.agencies.identify_all(who), body, place);
  return true;
}

/// The agencies that a sentence begins with: all before its colon, or before the verb that leaves
/// the longest name; empty where it begins otherwise.
std::string_view Narrative::subject_of(std::string_view sentence) const {
  const std::string_view opening = sentence.substr(0, 400);
  const std::size_t colon = std::min(opening.find(':'), opening.size());
  if (colon < opening.size() && context_.agencies.is_agency(opening.substr(0, colon))) {
    return opening.substr(0, colon);
  }
  std::string_view best;
  const std::vector<Word> spoken = words_of(opening.substr(0, colon));
  for (std::size_t i = 1; i + 1 < spoken.size(); ++i) {
    const std::string_view before = opening.substr(0, spoken[i].at);
    const bool verb = words().is_duty_verb(spoken[i].key + " " + spoken[i + 1].key);
    if (!verb || !starts_lower(opening.substr(spoken[i].at))) continue;
    if (context_.agencies.is_agency(before)) best = before;
  }
  return best;
}

void Narrative::add_duty(const std::vector<std::string>& ids, std::string_view text, Place place) {
  const Bullet bullet = take_bullet(text);
  context_.count_marks(bullet.marks);
  Duty duty;
  duty.agency = ids.front();
  duty.shared_with.assign(ids.begin() + 1, ids.end());
  duty.text = bullet.rest;
  if (!context_.plan.sections.empty()) duty.section = context_.plan.sections.back().id;
  duty.span = context_.source.span(place);
  find_reporting(duty.text, duty.agency, place);
  context_.plan.duties.push_back(std::move(duty));
}

/// Sentences that say that somebody reports in a rhythm.
void Narrative::find_reporting(std::string_view text, const std::string& reporter, Place place) {
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = text.find_first_of(".;", start);
    while (end != std::string_view::npos && end + 1 < text.size() && text[end + 1] != ' ') {
      end = text.find_first_of(".;", end + 1);
    }
    end = std::min(end, text.size());
    const std::string_view sentence = trim(text.substr(start, end - start));
    start = end + 1;
    if (sentence.find("báo cáo") == std::string_view::npos &&
        sentence.find("Báo cáo") == std::string_view::npos) {
      continue;
    }
    const std::vector<Word> words = words_of(sentence);
    const auto frequency = find_frequency(words);
    if (!frequency) continue;
    Reporting found;
    found.reporter = reporter;
    found.text = sentence;
    found.frequency = one_line(sentence.substr(
        words[frequency->first].at, words[frequency->second - 1].end - words[frequency->first].at));
    found.span = context_.source.span(place);
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
      if (field.empty() && context_.agencies.is_agency(name)) {
        field = context_.agencies.identify(name);
      }
    }
    const std::string_view subject = name_from(sentence, 0);
    if (found.reporter.empty() && context_.agencies.is_agency(subject)) {
      found.reporter = context_.agencies.identify(subject);
    }
    if (reports) context_.plan.reporting.push_back(std::move(found));
  }
}

}  // namespace sauro::inline v0_1::detail
