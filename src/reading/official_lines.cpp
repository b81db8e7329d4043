#include "reading/official_lines.hpp"

#include <algorithm>
#include <vector>

#include "sauro/text/fold.hpp"
#include "data/document_kinds.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/words.hpp"
#include "text/byte_set.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Whether a folded text may begin with one of these letters; most lines are told so.
bool may_begin(std::string_view text, std::string_view letters) {
  const char first = first_folded(text);
  return first == 0 || letters.find(first) != letters.npos;
}

struct DocumentKind {
  std::string_view abbreviation;
  std::string name;  ///< folded
  std::size_t words = 0;
  Orders orders = Orders::by_title;
};

const std::vector<DocumentKind>& document_kinds() {
  static const std::vector<DocumentKind> kinds = [] {
    std::vector<DocumentKind> all;
    for (const auto& row : data::document_kinds) {
      const std::string name = fold(row[1]);
      const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
      const Orders orders = row[2] == "yes"          ? Orders::anywhere
                            : row[2] == "introduced" ? Orders::introduced
                            : row[2] == "topics"     ? Orders::by_topic
                                                     : Orders::by_title;
      all.push_back({row[0], name, words, orders});
    }
    return all;
  }();
  return kinds;
}

/// "CHỦ TỊCH UBND TỈNH ĐIỆN:", "Thủ tướng Chính phủ điện:"
bool is_telegram(std::string_view text) {
  const std::string_view head = text.substr(0, text.find(':'));
  return words().starts_post(fold(head)) && (is_all_caps(head) || head.ends_with(" điện"));
}

}  // namespace

bool is_motto(std::string_view key) {
  return contains(key, "cong hoa xa hoi chu nghia viet nam") ||
         contains(key, "doc lap tu do hanh phuc") || key == "dang cong san viet nam";
}

bool is_number_line(std::string_view text) {
  if (!may_begin(text, "s")) return false;
  const std::string key = fold(text.substr(0, 12));
  if (!(key == "so" || key.starts_with("so ")) || text.size() >= longest_official_line)
    return false;
  const auto number = find_number(text);
  return number && fold(text.substr(0, number->at)) == "so";
}

std::optional<DateMention> place_and_date(std::string_view text) {
  if (text.size() > longest_official_line || !contains(fold(text), "ngay")) return std::nullopt;
  auto date = find_date(text);
  if (!date || !starts_upper(text)) return std::nullopt;
  const std::string_view before = trim(text.substr(0, date->at));
  const bool ends = trim(text.substr(date->end)).size() <= 3 && before.find(':') == before.npos;
  return ends && (before.ends_with(',') || before.size() < 40) && !is_number_line(text)
             ? date
             : std::nullopt;
}

std::optional<DateMention> day_line(std::string_view text) {
  auto day = place_and_date(text);
  const bool whole = day && trim(text.substr(0, day->at)).ends_with(',') && !ends_sentence(text);
  return whole ? day : std::nullopt;
}

std::optional<DateMention> day_behind_number(std::string_view text) {
  auto date = find_date(text);
  if (!date || !fold(text).starts_with("ngay ")) return std::nullopt;
  constexpr std::size_t longest_word = 6;  // bytes of "ngày "
  const bool whole = date->at <= longest_word && trim(text.substr(date->end)).size() <= 1;
  return whole ? date : std::nullopt;
}

std::string_view without_day_word(std::string_view place) {
  for (const std::string_view word : {"ngày", "Ngày"}) {
    if (place.ends_with(word)) place = trim(place.substr(0, place.size() - word.size()));
  }
  if (place.ends_with(',')) place.remove_suffix(1);
  return place;
}

bool is_about_line(std::string_view text) {
  if (!may_begin(text, "v")) return false;
  const std::string key = fold(text.substr(0, 12));
  return key.starts_with("v v ") || key.starts_with("ve viec");
}

bool is_rule(std::string_view text) {
  static constexpr ByteSet words(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&");  // most lines begin so
  return words.find_in(text) == text.npos && fold(text).empty();
}

KindStart kind_at(std::string_view text) {
  const std::string key = fold(text.substr(0, 80));
  KindStart best;
  std::size_t best_words = 0;
  for (const auto& [abbreviation, name, words, orders] : document_kinds()) {
    const bool starts =
        key.starts_with(name) && (key.size() == name.size() || key[name.size()] == ' ');
    if (!starts || words <= best_words) continue;
    best_words = words;
    std::size_t at = 0;
    for (std::size_t word = 0; word < words && at != std::string_view::npos; ++word) {
      at = text.find_first_not_of(" \t\n", at);
      if (at != std::string_view::npos) at = text.find_first_of(" \t\n:", at);
    }
    best = {abbreviation, std::min(at, text.size())};
  }
  return best;
}

Orders orders_of_kind(std::string_view abbreviation) {
  for (const DocumentKind& kind : document_kinds()) {
    if (kind.abbreviation == abbreviation) return kind.orders;
  }
  return Orders::by_topic;  // a draft that says no kind
}

bool is_kind_heading(std::string_view text) {
  const KindStart kind = kind_at(text);
  if (kind.size == 0 || text.size() > longest_title || ends_sentence(text)) return false;
  return is_all_caps(text.substr(0, kind.size)) || (kind.size == text.size() && starts_upper(text));
}

bool is_basis_word(std::string_view text) {
  if (!may_begin(text, "ctx")) return false;
  const std::string key = fold(take_bullet(text.substr(0, 60)).rest);
  return key.starts_with("can cu") || key.starts_with("theo de nghi") ||
         key.starts_with("xet de nghi");
}

bool starts_basis(std::string_view text) {
  if (is_basis_word(text)) return true;
  const std::string key = fold(take_bullet(text.substr(0, 60)).rest);
  const bool carries_out = key.starts_with("thuc hien") || key.starts_with("trien khai") ||
                           key.starts_with("tiep tuc thuc hien") || key.starts_with("thi hanh");
  return carries_out && find_number(text).has_value();
}

bool is_role_line(std::string_view text) {
  return text.size() <= longest_official_line && is_all_caps(text) && !text.ends_with(':') &&
         (words().starts_post(fold(text)) || words().signs(fold(text)));
}

bool is_person(std::string_view text) {
  constexpr std::size_t longest_rank = 6;  // bytes of "TS.", "PGS.TS.", "Ths.", "BS."
  while (starts_upper(text) && text.find(". ") > 1 && text.find(". ") < longest_rank) {
    text = trim(text.substr(text.find(". ") + 1));
  }
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

bool is_signing_note(std::string_view text) {
  const std::string key = fold(text.substr(0, 40));
  return key.starts_with("da ky") || key.starts_with("ky ten") || key.starts_with("nguoi ky") ||
         key.starts_with("ky dong dau");
}

bool is_recipients_line(std::string_view text) {
  if (!may_begin(text, "n")) return false;
  const std::string_view head = text.substr(0, text.find(':'));
  return fold(head.substr(0, 40)) == "noi nhan";
}

bool is_addressees_line(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > longest_official_line) return false;
  const std::string key = fold(text.substr(0, colon));
  return key == "kinh gui" || key == "dien" || (key.ends_with(" dien") && is_telegram(text));
}

bool starts_closing(std::string_view text) {
  return is_recipients_line(text) || is_role_line(text);
}

std::optional<AnnexHeading> annex_heading(std::string_view text) {
  if (!may_begin(text, "pb")) return std::nullopt;
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
    if (value == 0) value = leading_int(label->number);
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
  if (!text.starts_with('(')) return false;
  const std::string key = fold(text.substr(0, 60));
  return (key.starts_with("kem theo") || key.starts_with("ban hanh kem") ||
          key.starts_with("dinh kem") || key.starts_with("ban hanh theo"));
}

}  // namespace sauro::inline v0_1::detail
