#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/attributes.hpp"
#include "reading/cell_text.hpp"
#include "reading/document_parser.hpp"
#include "reading/labels.hpp"
#include "reading/letterhead.hpp"
#include "reading/mentions.hpp"
#include "reading/official_lines.hpp"
#include "reading/parts.hpp"
#include "reading/site_parts.hpp"
#include "reading/speech.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether no article in a newspaper has this: letterhead, legal basis, table, heading of a part.
bool is_official(const Unit& unit) {
  const auto label = leading_label(unit.text);
  return unit.table != nullptr || (label && heads_group(label->kind)) ||
         is_motto(fold(unit.text)) || is_number_line(unit.text) || is_basis_word(unit.text) ||
         annex_heading(unit.text).has_value();
}

class HeadParser {
 public:
  HeadParser(Context& context, const std::vector<Unit>& units)
      : context_(context),
        document_(context.plan.document),
        units_(units),
        official_(std::any_of(units.begin(), units.end(), is_official)) {}

  Head parse() {
    for (const auto& [name, value] : context_.source.attributes) take_attribute(told_, name, value);
    told_.title.clear();  // what a site calls its page is no title of a document
    const std::size_t start = start_of_letterhead(units_);
    while (at_ < start) take_above(units_[at_++]);
    while (at_ < units_.size() && !ends_head(at_)) take(units_[at_++]);
    finish();
    return {at_, std::move(preamble_)};
  }

 private:
  [[nodiscard]] bool ends_head(std::size_t at) const {
    const Unit& unit = units_[at];
    if (unit.table != nullptr) return !is_attributes(*unit.table);
    // "CHỦ TỊCH ỦY BAN NHÂN DÂN" at the very beginning is who issues the document
    const bool may_close = has_kind_ || dated_ || !document_.number.empty() || lines_.size() > 4;
    if (annex_heading(unit.text) || (may_close && closes(units_, at))) return true;
    const auto label = leading_label(unit.text);
    const bool begun = has_kind_ || !lines_.empty();
    return label && (begun || label->kind != LabelKind::letter) && !is_number_line(unit.text);
  }

  void take(const Unit& unit) {
    if (unit.table != nullptr) return take_table(unit);
    const std::string_view text = unit.text;
    if (is_addressees_line(text) || (listing_ && lists_addressee(text))) {
      title_open_ = false;
      has_kind_ = true;  // a letter has no line that says it
      return take_addressees(text);
    }
    listing_ = false;
    if (!has_kind_ && take_attribute_unit(text)) return;
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
    } else if (!has_kind_ && (take_listing(text) || take_kind(text))) {
      return;
    } else if (has_kind_ && !document_.title.empty() && is_issuer_line(text)) {
      document_.heading.emplace_back(text);
      if (is_role_line(text)) post_ = text;
      title_open_ = false;
    } else if (title_open_ && continues_title(unit)) {
      document_.title += document_.title.empty() ? one_line(text) : " " + one_line(text);
    } else if (is_motto(fold(text)) || (!has_kind_ && text.size() < longest_official_line)) {
      take_heading_line(text);
    } else {
      title_open_ = false;
      add_preamble(text, unit.place);
    }
  }

  /// What a site says of the document above it.
  void take_above(const Unit& unit) {
    if (unit.table != nullptr) return take_table(unit);
    if (take_attribute_unit(unit.text) || take_listing(unit.text)) return;
    context_.leave_unread(unit.text, "đứng trước văn bản, của trang đăng", unit.place);
  }

  /// "Số hiệu: 78/KH-UBND", "Ngày ban hành 15/01/2026"; a name alone says what the next unit is.
  bool take_attribute_unit(std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const std::string_view value = colon == text.npos ? "" : trim(text.substr(colon + 1));
    if (is_attribute(name)) {
      if (const std::size_t next = next_attribute(text, colon); next != text.npos) {
        return take_attribute_unit(trim(text.substr(0, next))) &&
               take_attribute_unit(text.substr(next));
      }
      const bool has_next = at_ < units_.size() && units_[at_].table == nullptr;
      if (!value.empty() || !has_next || is_attribute(units_[at_].text)) {
        take_attribute_line(text, name, value);
      } else {
        take_attribute_line(text, name, units_[at_].text);
        document_.heading.emplace_back(units_[at_++].text);
      }
      return true;
    }
    const std::size_t size = attribute_size(text);
    if (size == 0) return false;
    take_attribute_line(text, text.substr(0, size), trim(text.substr(size)));
    return true;
  }

  void take_table(const Unit& unit) {
    take_attributes(told_, *unit.table);
    SourceTable table;
    table.span = context_.source.span(unit.place);
    for (const Row& row : unit.table->rows) {
      std::vector<std::string>& cells = table.rows.emplace_back();
      for (const Cell& cell : row.cells) cells.emplace_back(cell.inherited ? "" : cell.text);
    }
    context_.plan.tables.push_back(std::move(table));
  }

  /// Whether a line below "Kính gửi:" names another whom the document speaks to.
  [[nodiscard]] bool lists_addressee(std::string_view text) const {
    if (take_bullet(text).marks != 0 || text.ends_with(';')) return !starts_basis(text);
    const std::string key = fold(text.substr(0, 60));
    const bool names = begins_name(text) || words().starts_post(key) || key.starts_with("cac ");
    return names && text.size() < longest_official_line && !find_number(text) &&
           speech_start(context_, text) == text.size();
  }

  /// "Kính gửi: Các phòng; Công an xã.", or a line of such a list.
  void take_addressees(std::string_view text) {
    std::string_view names = text;
    if (is_addressees_line(text)) {
      const std::size_t colon = text.find(':') + 1;
      document_.heading.emplace_back(text.substr(0, colon));
      names = trim(text.substr(colon));
    }
    each_piece(names, ';', [&](std::string_view piece) {
      const std::string_view name = tidy_name(piece);
      if (!name.empty()) document_.addressees.emplace_back(name);
      context_.count_marks(count_visible(piece) - count_visible(name));
    });
    context_.count_marks(static_cast<std::size_t>(std::count(names.begin(), names.end(), ';')));
    listing_ = names.empty() || !names.ends_with('.');
  }

  void take_attribute_line(std::string_view text, std::string_view name, std::string_view value) {
    take_attribute(told_, name, value);
    document_.heading.emplace_back(text);
  }

  /// Takes over what a database says of the document where its own head is silent.
  void take_over(const Document& told) {
    const bool is_draft = document_.number.empty() || document_.number.starts_with('/');
    if (is_draft && !told.number.empty()) document_.number = told.number;
    if (document_.kind.empty()) document_.kind = told.kind;
    if (!document_.date) document_.date = told.date;
    if (document_.issuer.empty()) document_.issuer = told.issuer;
    if (document_.title.empty()) {
      document_.title = told.title;
      context_.count_again(document_.title);
    }
    if (document_.signer.empty()) {
      document_.signer = told.signer;
      context_.count_again(document_.signer);
    }
  }

  /// The line by which a database lists the document; a press article may begin with one too.
  bool take_listing(std::string_view text) {
    if (!official_ || !listed_.number.empty()) return false;
    listed_ = listed_document(text);
    if (listed_.number.empty()) return false;
    document_.heading.emplace_back(text);
    return true;
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
      document_.place = one_line(without_day_word(place));
      taken = true;
    } else if (const auto day = taken && !dated_ ? day_behind_number(text) : std::nullopt) {
      dated_ = true;
      document_.date = day->date;
    } else if (!has_kind_ && is_about_line(text)) {
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
    const bool headline = !rest.empty() && !is_all_caps(text.substr(0, kind.size));
    if (headline && (!official_ || ends_sentence(text))) return false;
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
    const bool tells_day = text.starts_with("Ngày ") && leading_int(text.substr(6)) != 0;
    if (tells_day) return false;  // "Ngày 12/02/2026, Giám đốc Sở chủ trì cuộc họp"
    return document_.title.empty() || (!text.ends_with('.') && text.size() < 300);
  }

  /// What stands between title and text: who issues the document ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ X"),
  /// and that it decides ("QUYẾT ĐỊNH:").
  [[nodiscard]] bool is_issuer_line(std::string_view text) const {
    const KindStart kind = kind_at(text);
    const bool decides = kind.size != 0 && text.size() <= kind.size + 2 && text.ends_with(':');
    return is_all_caps(text) &&
           (decides || is_role_line(text) || context_.agencies.is_agency(text));
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
    preamble_.push_back({std::string(text), place, nullptr});
    const std::string key = fold(text);
    if (spoken_.empty() && (key.starts_with("uy ban nhan dan") || key.starts_with("ubnd") ||
                            context_.agencies.is_agency(speaker(text)))) {
      spoken_ = speaker(text);
    }
  }

  void finish() {
    find_issuer();
    take_over(told_);
    take_over(listed_);
    if (document_.issuer.empty()) document_.issuer = post_;
    if (document_.kind.empty() && !document_.number.empty()) {
      document_.kind = number_kind_.empty() ? "CV" : number_kind_;
    }
  }

  /// The issuer: named where it speaks, else the last body of the letterhead.
  void find_issuer() {
    const std::string letterhead = issuer_in_letterhead(lines_);
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
  bool listing_ = false;  ///< addressees
  bool official_;         ///< something says that this is a document, and no article about one
  Document told_;         ///< by attributes
  Document listed_;       ///< by its heading in a database
  std::string number_kind_;
  std::string post_;  ///< of the person who issues the document
  std::string spoken_;
  std::vector<Unit> preamble_;
  std::vector<std::string> lines_;  ///< of the letterhead, but the motto
};

}  // namespace

Head parse_head(Context& context, const std::vector<Unit>& units) {
  return HeadParser(context, units).parse();
}

}  // namespace sauro::inline v0_1::detail
