#include "reading/document_parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/labels.hpp"
#include "reading/mentions.hpp"
#include "reading/words.hpp"
#include "sauro_data.hpp"
#include "text/letters.hpp"

namespace sauro::detail {
namespace {

constexpr std::size_t longest_title = 600;    // bytes of one line of the document's title
constexpr std::size_t longest_heading = 200;  // bytes of a letterhead line

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_motto(std::string_view key) {
  return contains(key, "cong hoa xa hoi chu nghia viet nam") ||
         contains(key, "doc lap tu do hanh phuc") || key == "dang cong san viet nam";
}

bool is_number_line(std::string_view text) {
  const std::string key = fold(text.substr(0, 12));
  return (key == "so" || key.starts_with("so ")) && text.size() < longest_heading &&
         find_number(text).has_value();
}

/// "Vĩnh Phong, ngày 20 tháng 3 năm 2026": place and date; the date may be blank in a draft.
std::optional<DateMention> place_and_date(std::string_view text) {
  if (text.size() > longest_heading || !contains(fold(text), "ngay")) return std::nullopt;
  auto date = find_date(text);
  if (!date || !starts_upper(text)) return std::nullopt;
  const std::string_view before = trim(text.substr(0, date->at));
  const bool ends = trim(text.substr(date->end)).size() <= 3;
  return ends && (before.ends_with(',') || before.size() < 40) && !is_number_line(text)
             ? date
             : std::nullopt;
}

bool is_rule(std::string_view text) { return fold(text).empty(); }

/// Abbreviation and length of the kind of document that `text` starts with: "KẾ HOẠCH".
struct KindStart {
  std::string_view abbreviation;
  std::size_t size = 0;
};
KindStart kind_at(std::string_view text) {
  const std::string key = fold(text.substr(0, 80));
  KindStart best;
  std::size_t best_words = 0;
  for (const auto& row : data::document_kinds) {
    const std::string name = fold(row[1]);
    const bool starts = key == name || key.starts_with(name + " ");
    const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    if (!starts || words <= best_words) continue;
    best_words = words;
    std::size_t at = 0;
    for (std::size_t word = 0; word < words && at != std::string_view::npos; ++word) {
      at = text.find_first_not_of(" \t\n", at);
      if (at != std::string_view::npos) at = text.find_first_of(" \t\n:", at);
    }
    best = {row[0], std::min(at, text.size())};
  }
  return best;
}

/// Whether `text` begins as only a legal basis does.
bool is_basis_word(std::string_view text) {
  const std::string key = fold(take_bullet(text.substr(0, 60)).rest);
  return key.starts_with("can cu") || key.starts_with("theo de nghi") ||
         key.starts_with("xet de nghi");
}

/// is_basis_word, or "Thực hiện ..." and the like before a document's number.
bool starts_basis(std::string_view text) {
  if (is_basis_word(text)) return true;
  const std::string key = fold(take_bullet(text.substr(0, 60)).rest);
  const bool carries_out = key.starts_with("thuc hien") || key.starts_with("trien khai") ||
                           key.starts_with("tiep tuc thuc hien") || key.starts_with("thi hanh");
  return carries_out && find_number(text).has_value();
}

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
    const bool speaks = contains(key, " xay dung ") || contains(key, " ban hanh ") ||
                        contains(key, " trien khai ") || contains(key, " to chuc thuc hien");
    const std::string_view who = tail.substr(0, tail.find_first_of(",;:"));
    const bool agency = key.starts_with("uy ban nhan dan") || key.starts_with("ubnd") ||
                        key.starts_with("so ") || key.starts_with("bo ") ||
                        context.agencies.is_agency(who);
    const bool last = contains(key, "nhu sau") || tail.ends_with(':');
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
    if (has_kind_ || !lines_.empty()) {
      const auto label = leading_label(unit.text);
      if (label && !is_number_line(unit.text)) return true;
    }
    return false;
  }

  void take(const Unit& unit) {
    const std::string_view text = unit.text;
    const bool first_of_title = title_open_ && document_.title.empty();
    if (first_of_title ? is_basis_word(text) : starts_basis(text)) {
      title_open_ = false;
      add_bases(unit);
    } else if (take_number_or_date(text)) {
      document_.heading.emplace_back(text);
    } else if (is_rule(text)) {
      context_.count_marks(count_visible(text));
      title_open_ = title_open_ && document_.title.empty();
    } else if (!has_kind_ && take_kind(text)) {
      return;
    } else if (title_open_ && continues_title(unit)) {
      document_.title += document_.title.empty() ? one_line(text) : " " + one_line(text);
    } else if (is_motto(fold(text)) || (!has_kind_ && text.size() < longest_heading)) {
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
    if (kind.size == 0 || find_number(text) || text.size() > longest_title || !starts_upper(text)) {
      return false;
    }
    const std::string_view rest = trim(text.substr(kind.size));
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
    auto& sections = context_.plan.sections;
    if (sections.empty()) {
      Section section;
      section.span = context_.source.span(place);
      sections.push_back(std::move(section));
    }
    sections.front().paragraphs.emplace_back(text);
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

// Units

/// Whether a table without a known header only lays out a letterhead or signature block.
bool is_layout(const Block& table) {
  bool marks = false;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].cells.size() > 4 || recognise(table.rows, i).kind != TableKind::other) {
      return false;
    }
    for (const Cell& cell : table.rows[i].cells) {
      const std::string key = fold(cell.text.substr(0, 400));
      marks = marks || is_motto(key) || contains(key, "noi nhan") || is_number_line(cell.text) ||
              starts_closing(cell.text);
    }
  }
  return marks && table.rows.size() <= 12;
}

void add_lines(std::vector<Unit>& units, std::string_view text, Place place) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = one_line(text.substr(at, end - at));
    if (!line.empty()) units.push_back({line, place, false, nullptr});
    at = end + 1;
  }
}

/// The halves of a line that a letterhead or signature block lays out with spaces.
std::vector<std::string_view> halves(std::string_view line) {
  constexpr std::string_view gap = "   ";
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(gap, at), line.size());
    if (const std::string_view piece = trim(line.substr(at, end - at)); !piece.empty()) {
      pieces.push_back(piece);
    }
    at = end + gap.size();
  }
  const bool laid_out =
      pieces.size() > 1 && line.size() < longest_heading &&
      std::any_of(
          pieces.begin(), pieces.end(),
          [](std::string_view piece) {
            return is_motto(fold(piece)) || place_and_date(piece) || starts_closing(piece);
          });
  return laid_out ? pieces : std::vector<std::string_view>{line};
}

/// Column by column: the left half of a letterhead, then the right one.
void dissolve(const Block& table, std::vector<Unit>& units) {
  std::size_t width = 0;
  for (const Row& row : table.rows) width = std::max(width, row.width());
  for (std::size_t column = 0; column < width; ++column) {
    for (const Row& row : table.rows) {
      const Cell* cell = cell_at(row, column);
      if (cell != nullptr && !cell->inherited) add_lines(units, cell->text, cell->place);
    }
  }
}

/// Whether a paragraph goes on with the one before it, which a page break or a line end cut.
bool continues(const Unit& before, const Block& block) {
  if (before.table != nullptr || before.text.empty()) return false;
  const std::string_view text = block.text;
  if (ends_sentence(before.text) || is_all_caps(before.text) || take_bullet(text).marks != 0 ||
      leading_label(text) || annex_heading(text) || starts_closing(text)) {
    return false;
  }
  if (starts_lower(text)) return before.text.size() > 24;
  const bool wrapped = !block.after_gap && before.text.size() >= 60 && !is_all_caps(text) &&
                       !leading_label(before.text) && !starts_basis(text) &&
                       !before.text.ends_with(',');
  return wrapped && !place_and_date(text) && !kind_at(text).size;
}

}  // namespace

std::vector<Unit> to_units(Context& context) {
  std::vector<Unit> units;
  for (const Block& block : context.source.blocks) {
    if (block.kind == Block::Kind::aside) {
      context.leave_unread(block.text, block.reason, block.place);
    } else if (block.kind == Block::Kind::table) {
      if (is_layout(block)) {
        dissolve(block, units);
      } else {
        units.push_back({"", block.place, true, &block});
      }
    } else if (!units.empty() && continues(units.back(), block)) {
      units.back().text += " " + one_line(block.text);
    } else {
      const bool lines = block.text.find('\n') != std::string_view::npos;
      if (lines) {
        add_lines(units, block.text, block.place);
      } else {
        bool gap = block.after_gap;
        for (const std::string_view piece : halves(block.text)) {
          units.push_back({one_line(piece), block.place, gap, nullptr});
          gap = false;
        }
      }
    }
  }
  return units;
}

bool is_annex_alone(const std::vector<Unit>& units) {
  constexpr std::size_t most_lines = 6;  // of a title and note above the table
  for (std::size_t i = 0; i < std::min(units.size(), most_lines + 1); ++i) {
    const std::string_view text = units[i].text;
    if (units[i].table != nullptr || annex_heading(text)) return true;
    const bool head = is_motto(fold(text)) || is_number_line(text) || place_and_date(text) ||
                      kind_at(text).size != 0 || starts_basis(text) || starts_closing(text);
    if (head || (text.size() > longest_heading && !is_annex_note(text))) return false;
  }
  return false;
}

std::size_t parse_head(Context& context, const std::vector<Unit>& units) {
  return HeadParser(context, units).parse();
}

// Closing

namespace {

bool is_role_line(std::string_view text) {
  const std::string key = fold(text.substr(0, 80));
  if (!is_all_caps(text) || text.size() > longest_heading) return false;
  constexpr std::array<std::string_view, 12> starts = {
      "tm ",  "t m ",     "kt ",          "tl ",      "tuq ",   "t l ",
      "k t ", "chu tich", "pho chu tich", "giam doc", "bi thu", "chanh van phong"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return key.starts_with(start); });
}

/// Two to five words of letters, each with a capital and then small letters.
bool is_person(std::string_view text) {
  int words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!starts_upper(word) || (is_all_caps(word) && word.size() > 3)) return false;
    for (std::size_t i = 0; i < word.size();) {
      const CodePoint c = decode(word, i);
      if (letter_of(c.value).base == 0) return false;
      i += c.size;
    }
    ++words;
    at = end + 1;
  }
  return words >= 2 && words <= 5;
}

}  // namespace

bool starts_closing(std::string_view text) {
  const std::string key = fold(text.substr(0, 40));
  return (key == "noi nhan" || key.starts_with("noi nhan ")) || is_role_line(text);
}

void parse_closing(Context& context, const std::vector<Unit>& units, std::size_t from,
                   std::size_t to) {
  Document& document = context.plan.document;
  bool listing = false;
  for (std::size_t i = from; i < to; ++i) {
    const std::string_view text = units[i].text;
    const Bullet bullet = take_bullet(text);
    const std::string key = fold(text.substr(0, 40));
    if (key.starts_with("noi nhan")) {
      document.closing.emplace_back(text);
      listing = true;
    } else if (listing && (bullet.marks != 0 || text.ends_with(';') || key.starts_with("luu"))) {
      std::string_view name = bullet.rest;
      while (!name.empty() && (name.back() == ';' || name.back() == '.')) name.remove_suffix(1);
      context.count_marks(count_visible(text) - count_visible(name));
      document.recipients.emplace_back(name);
      listing = !key.starts_with("luu");
    } else if (is_person(text) && document.signer.empty()) {
      document.signer = text;
      listing = false;
    } else if (is_role_line(text) || key.starts_with("da ky") || key.starts_with("ky ten") ||
               key.starts_with("nguoi ky")) {
      document.closing.emplace_back(text);
    } else {
      context.leave_unread(text, "trong khối chữ ký, không nhận ra", units[i].place);
    }
  }
}

// Annexes

std::optional<AnnexHeading> annex_heading(std::string_view text) {
  const std::string key = fold(text.substr(0, 60));
  std::size_t words = 0;
  if (key.starts_with("phu luc") || key.starts_with("phu bieu")) {
    words = 2;
  } else if (key.starts_with("bieu so") || key.starts_with("bieu mau")) {
    words = 1;
  } else {
    return std::nullopt;
  }
  std::size_t at = 0;
  const auto skip_word = [&] {
    at = std::min(text.find_first_not_of(" \t", at), text.size());
    at = std::min(text.find_first_of(" \t:.,(", at), text.size());
  };
  for (std::size_t i = 0; i < words; ++i) skip_word();
  AnnexHeading heading;
  std::size_t next = at;
  for (int tries = 0; tries < 2; ++tries) {  // "Phụ lục số 1", "Phụ lục 1"
    const std::size_t before = next;
    at = next;
    skip_word();
    const std::string_view word = trim(text.substr(before, at - before));
    const auto label = parse_label(word);
    next = at;
    if (fold(word) == "so") continue;
    at = before;
    if (!label || label->kind == LabelKind::small_letter || label->kind == LabelKind::dotted) break;
    at = next;
    int value = roman_value(label->number);
    if (label->kind == LabelKind::letter) value = label->number[0] - 'A' + 1;
    if (value == 0)
      std::from_chars(label->number.data(), label->number.data() + label->number.size(), value);
    heading.number = value;
    break;
  }
  std::string_view rest = text.substr(at);
  const std::size_t separators = rest.find_first_not_of(" .:-–");
  rest = separators == std::string_view::npos ? std::string_view{} : rest.substr(separators);
  const bool sentence = ends_sentence(rest) && !rest.ends_with(')');
  const bool refers = fold(rest.substr(0, 40)).starts_with("kem theo") || starts_lower(rest);
  if (sentence || refers || text.size() > longest_title) return std::nullopt;
  heading.label_size = at;
  heading.size = text.size() - rest.size();
  return heading;
}

bool is_annex_note(std::string_view text) {
  const std::string key = fold(text.substr(0, 60));
  return text.starts_with('(') && (key.starts_with("kem theo") || key.starts_with("ban hanh kem") ||
                                   key.starts_with("dinh kem") || key.starts_with("ban hanh theo"));
}

void cite(Annex& annex) {
  const auto number = find_number(annex.note);
  if (number) annex.cited_number = number->number.to_string();
  if (const auto date = find_date(annex.note, number ? number->end : 0)) {
    annex.cited_date = date->date;
  }
}

}  // namespace sauro::detail
