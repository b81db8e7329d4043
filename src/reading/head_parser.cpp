#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/document_parser.hpp"
#include "reading/labels.hpp"
#include "reading/mentions.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Offset of the sentence in which the issuer speaks after the legal bases ("... Ủy ban nhân dân
/// xã X ban hành Kế hoạch ..., như sau:"); text.size() where there is none.
std::size_t speech_start(const Context& context, std::string_view text) {
  constexpr std::size_t longest_speech = 2000;  // bytes
  for (std::size_t at = text.find_first_of(".;,"); at != std::string_view::npos;
       at = text.find_first_of(".;,", at + 1)) {
    const std::string_view tail = trim(text.substr(at + 1));
    if (tail.size() > longest_speech || at + 1 >= text.size() ||
        !is_space(decode(text, at + 1).value) || !starts_upper(tail)) {
      continue;
    }
    const std::string key = fold(tail);
    constexpr std::array<std::string_view, 4> verbs = {" xay dung ", " ban hanh ", " trien khai ",
                                                       " to chuc thuc hien"};
    const bool speaks = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
      return key.find(verb) != std::string::npos;
    });
    const std::string_view who = tail.substr(0, tail.find_first_of(",;:"));
    const bool agency = key.starts_with("uy ban nhan dan") || key.starts_with("ubnd") ||
                        key.starts_with("so ") || key.starts_with("bo ") ||
                        context.agencies.is_agency(who);
    const bool last = key.find("nhu sau") != std::string::npos || tail.ends_with(':');
    if (speaks && agency && last && !starts_basis(tail)) {
      return static_cast<std::size_t>(tail.data() - text.data());
    }
  }
  return text.size();
}

/// The body that speaks in `text`: the words before "xây dựng", "ban hành", ...
std::string speaker(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view verb :
       {" xây dựng", " ban hành", " triển khai", " tổ chức", " đề nghị", " yêu cầu", ","}) {
    end = std::min(end, text.find(verb));
  }
  const std::string name = one_line(text.substr(0, end));
  return end < text.size() && name.size() < 150 ? name : "";
}

class HeadParser {
 public:
  HeadParser(Context& context, const std::vector<Unit>& units)
      : context_(context), document_(context.plan.document), units_(units) {}

  std::size_t parse() {
    while (at_ < units_.size() && !ends_head(units_[at_])) take(units_[at_++]);
    finish();
    return at_;
  }

 private:
  [[nodiscard]] bool ends_head(const Unit& unit) const {
    if (unit.table != nullptr || annex_heading(unit.text) || starts_closing(unit.text)) return true;
    const auto label = leading_label(unit.text);
    const bool begun = has_kind_ || !lines_.empty();
    return label && (begun || label->kind != LabelKind::letter) && !is_number_line(unit.text);
  }

  void take(const Unit& unit) {
    const std::string_view text = unit.text;
    const bool first_of_title = title_open_ && document_.title.empty();
    if (first_of_title ? is_basis_word(text) : starts_basis(text)) {
      title_open_ = false;
      add_bases(unit);
    } else if (take_number_or_date(text)) {
      document_.heading.emplace_back(text);
    } else if (is_annex_note(text)) {
      document_.heading.emplace_back(text);  // "(Ban hành kèm theo Quyết định số ...)"
      title_open_ = false;
    } else if (is_rule(text)) {
      context_.count_marks(count_visible(text));
      title_open_ = title_open_ && document_.title.empty();
    } else if (!has_kind_ && take_kind(text)) {
      return;
    } else if (title_open_ && continues_title(unit)) {
      document_.title += document_.title.empty() ? one_line(text) : " " + one_line(text);
    } else if (is_motto(fold(text)) || (!has_kind_ && text.size() < longest_official_line)) {
      take_heading_line(text);
    } else {
      title_open_ = false;
      add_preamble(text, unit.place);
    }
  }

  bool take_number_or_date(std::string_view text) {
    bool taken = false;
    if (document_.number.empty() && is_number_line(text)) {
      document_.number = find_number(text)->number.to_string();
      number_kind_ = find_number(text)->number.kind;
      taken = true;
      text.remove_prefix(std::min(text.size(), find_number(text)->end));
    }
    text = trim(text);
    if (const auto date = place_and_date(text); date && !dated_) {
      dated_ = true;
      document_.date = date->date;
      std::string_view place = trim(text.substr(0, date->at));
      if (place.ends_with(',')) place.remove_suffix(1);
      document_.place = one_line(place);
      taken = true;
    } else if (const std::string key = fold(text.substr(0, 12));
               !has_kind_ && (key.starts_with("v v ") || key.starts_with("ve viec"))) {
      document_.title = one_line(text);  // an official letter has no kind
      document_.kind = "CV";
      return false;
    }
    return taken;
  }

  /// A line that is the kind of document alone, or begins the title with it.
  bool take_kind(std::string_view text) {
    const KindStart kind = kind_at(text);
    if (kind.size == 0 || text.size() > longest_title || !starts_upper(text)) return false;
    const std::string_view rest = trim(text.substr(kind.size));
    if (fold(rest.substr(0, 8)).starts_with("so ")) return false;  // "Kế hoạch số 78/KH-UBND ..."
    if (!rest.empty() && !is_all_caps(text) && ends_sentence(text)) return false;
    document_.kind = kind.abbreviation;
    document_.heading.emplace_back(text.substr(0, kind.size));
    document_.title = one_line(rest);
    has_kind_ = true;
    title_open_ = true;
    return true;
  }

  [[nodiscard]] bool continues_title(const Unit& unit) const {
    const std::string_view text = unit.text;
    if (text.size() > longest_title || text.ends_with(':') || text.ends_with(';')) return false;
    if (fold(text).starts_with("kinh gui")) return false;
    const bool issuer_line = is_all_caps(text) && context_.agencies.is_agency(text);
    if (document_.title.empty()) return true;
    return !issuer_line && !text.ends_with('.') && text.size() < 300;
  }

  void take_heading_line(std::string_view text) {
    if (document_.kind == "CV" && document_.title == one_line(text)) return;
    document_.heading.emplace_back(text);
    if (!is_motto(fold(text))) lines_.emplace_back(text);
  }

  void add_bases(const Unit& unit) {
    const std::string_view text = unit.text;
    const std::size_t speech = speech_start(context_, text);
    std::size_t start = 0;
    for (std::size_t at = text.find(';'); start < speech; at = text.find(';', at + 1)) {
      const bool last = at == std::string_view::npos || at >= speech;
      const std::string_view next = last ? std::string_view{} : trim(text.substr(at + 1));
      const bool cuts = !last && starts_upper(next) &&
                        (starts_basis(next) || kind_at(next).size != 0 || next.starts_with("Luật"));
      if (!last && !cuts) continue;
      add_basis(trim(text.substr(start, (last ? speech : at + 1) - start)), unit.place);
      start = last ? speech : at + 1;
      if (last) break;
    }
    if (speech < text.size()) add_preamble(trim(text.substr(speech)), unit.place);
  }

  void add_basis(std::string_view text, Place place) {
    const Bullet bullet = take_bullet(text);
    context_.count_marks(bullet.marks);
    LegalBasis basis;
    basis.text = one_line(bullet.rest);
    const auto number = find_number(basis.text);
    if (number) basis.number = number->number.to_string();
    if (const auto date = find_date(basis.text, number ? number->end : 0)) basis.date = date->date;
    basis.span = context_.source.span(place);
    document_.legal_bases.push_back(std::move(basis));
  }

  void add_preamble(std::string_view text, Place place) {
    context_.last_section(place).paragraphs.emplace_back(text);
    const std::string key = fold(text);
    if (spoken_.empty() && (key.starts_with("uy ban nhan dan") || key.starts_with("ubnd") ||
                            context_.agencies.is_agency(speaker(text)))) {
      spoken_ = speaker(text);
    }
  }

  /// The issuer: named where it speaks, else the last body of the letterhead.
  void finish() {
    if (document_.kind.empty() && !document_.number.empty()) {
      document_.kind = number_kind_.empty() ? "CV" : number_kind_;
    }
    std::string letterhead;
    for (const std::string& line : lines_) {
      const std::string key = fold(line);
      const bool locality = key.starts_with("xa ") || key.starts_with("phuong ") ||
                            key.starts_with("tinh ") || key.starts_with("thanh pho ") ||
                            key.starts_with("dac khu ") || key.starts_with("huyen ");
      if (locality && !letterhead.empty()) {
        letterhead += " " + one_line(line);
      } else if (is_all_caps(line) && !locality && !is_rule(line)) {
        if (words().head_size(key) != 0) letterhead = one_line(line);
      }
    }
    const bool same = !spoken_.empty() && agency_key(spoken_) == agency_key(letterhead);
    document_.issuer = letterhead.empty() || same ? spoken_ : letterhead;
  }

  Context& context_;
  Document& document_;
  const std::vector<Unit>& units_;
  std::size_t at_ = 0;
  bool has_kind_ = false;
  bool title_open_ = false;
  bool dated_ = false;
  std::string number_kind_;
  std::string spoken_;
  std::vector<std::string> lines_;  ///< of the letterhead, but the motto
};

}  // namespace

std::size_t parse_head(Context& context, const std::vector<Unit>& units) {
  return HeadParser(context, units).parse();
}

}  // namespace sauro::inline v0_1::detail
