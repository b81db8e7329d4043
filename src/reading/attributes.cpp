#include "reading/attributes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "sauro/core/error.hpp"
#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/mentions.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_attribute = 60;  // bytes of "Cơ quan ban hành/Người ký"

std::string_view field_of(std::string_view name) {
  return name.size() > longest_attribute ? std::string_view{} : words().attribute(fold(name));
}

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = one_line(value);
}

/// A day as officials write it, or as programs do: "2026-01-15".
std::optional<Date> day_in(std::string_view value) {
  constexpr std::size_t iso_size = 10;
  if (const auto date = find_date(value)) return date->date;
  try {
    return Date::from_iso(value.substr(0, iso_size));
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// The words of a heading between its number and the issuer: "về X do Y ban hành" -> X, Y.
void take_subject(Document& document, std::string_view tail) {
  constexpr std::string_view issues = " ban hành";
  constexpr std::string_view by = " do ";
  if (tail.ends_with(issues)) {
    tail.remove_suffix(issues.size());
    const std::size_t at = tail.rfind(by);
    if (at != std::string_view::npos) {
      document.issuer = one_line(tail.substr(at + by.size()));
      tail = tail.substr(0, at);
    }
  }
  for (const std::string_view about : {"về việc ", "về "}) {
    const std::size_t at = tail.find(about);
    if (at == std::string_view::npos) continue;
    document.title = one_line(tail.substr(at + about.size()));
    return;
  }
}

}  // namespace

bool is_attribute(std::string_view text) { return !field_of(text).empty(); }

std::size_t attribute_size(std::string_view text) {
  if (text.size() > longest_title) return 0;
  std::size_t best = 0;
  for (std::size_t at = text.find(' '); at < std::min(text.size(), longest_attribute);
       at = text.find(' ', at + 1)) {
    if (is_attribute(text.substr(0, at))) best = at;
  }
  const std::string_view value = trim(text.substr(best));
  const std::string_view field = best == 0 ? "" : field_of(text.substr(0, best));
  const auto date = field == "date" ? find_date(value) : std::nullopt;
  const auto number = field == "number" ? find_number(value) : std::nullopt;
  const bool fits = (date && date->at == 0 && date->end == value.size()) ||
                    (number && number->at == 0 && number->end == value.size()) ||
                    (field == "signer" && is_person(value)) ||
                    (field == "kind" && kind_at(value).size == value.size() && !value.empty());
  return fits ? best : 0;
}

std::size_t next_attribute(std::string_view text, std::size_t colon) {
  if (colon == text.npos || text.size() > longest_title) return text.npos;
  for (std::size_t end = text.find(':', colon + 1); end != text.npos;
       end = text.find(':', end + 1)) {
    std::size_t found = text.npos;
    for (std::size_t at = text.rfind(' ', end); at != text.npos && at > colon && at + 1 < end;
         at = text.rfind(' ', at - 1)) {
      if (end - at > longest_attribute) break;
      if (is_attribute(text.substr(at + 1, end - at - 1))) found = at + 1;
    }
    if (found != text.npos) return found;
  }
  return text.npos;
}

bool is_attributes(const Block& table) {
  std::size_t names = 0;
  for (const Row& row : table.rows) {
    if (row.cells.size() != 2 && row.cells.size() != 4) return false;
    for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2) {
      if (is_attribute(row.cells[i].text)) ++names;
    }
  }
  return names >= 2 && names * 2 >= table.rows.size();
}

void take_attribute(Document& document, std::string_view name, std::string_view value) {
  const std::string_view field = field_of(name);
  if (field == "number") {
    const auto number = find_number(value);
    if (number) fill(document.number, number->number.to_string());
    if (number && document.kind.empty()) fill(document.kind, number->number.kind);
  } else if (field == "date") {
    const auto date = day_in(value);
    if (date && !document.date) document.date = date;
  } else if (field == "issuer") {
    fill(document.issuer, value);
  } else if (field == "signer") {
    fill(document.signer, value);
  } else if (field == "kind") {
    const KindStart kind = kind_at(value);
    if (kind.size == value.size() && document.kind.empty()) document.kind = kind.abbreviation;
  } else if (field == "title") {
    fill(document.title, value);
  }
}

void take_attributes(Document& document, const Block& table) {
  for (const Row& row : table.rows) {
    for (std::size_t i = 0; i + 1 < row.cells.size(); i += 2) {
      take_attribute(document, row.cells[i].text, row.cells[i + 1].text);
    }
  }
}

Document listed_document(std::string_view text) {
  Document document;
  const KindStart kind = kind_at(text);
  if (kind.size == 0 || text.size() > longest_title || ends_sentence(text)) return document;
  const auto number = find_number(text, kind.size);
  if (!number) return document;
  const std::string between = fold(text.substr(kind.size, number->at - kind.size));
  const std::string_view tail = trim(text.substr(number->end));
  const std::string key = fold(tail) + " ";
  constexpr std::array<std::string_view, 6> follow = {"nam ", "ngay ", "ve ",
                                                      "cua ", "do ",   "ban "};
  const bool listed = std::any_of(follow.begin(), follow.end(),
                                  [&](std::string_view word) { return key.starts_with(word); });
  if (!(between.empty() || between == "so") || !(listed || tail.empty())) return document;
  document.kind = kind.abbreviation;
  document.number = number->number.to_string();
  if (const auto date = find_date(text, number->end)) document.date = date->date;
  take_subject(document, tail);
  return document;
}

}  // namespace sauro::inline v0_1::detail
