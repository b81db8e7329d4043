#include "sauro/plan/document_number.hpp"

#include <algorithm>
#include <string>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "data/document_kinds.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

bool is_number(std::string_view text) {
  // "78", "78a", "01"; the letter tells later insertions apart
  const auto digits = text.find_first_not_of("0123456789");
  return digits == std::string_view::npos ? !text.empty()
                                          : digits > 0 && digits + 1 == text.size() &&
                                                text[digits] >= 'a' && text[digits] <= 'z';
}

bool is_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos &&
         (text.starts_with("19") || text.starts_with("20"));
}

bool is_kind(std::string_view text) {
  return std::any_of(detail::data::document_kinds.begin(), detail::data::document_kinds.end(),
                     [&](const auto& row) { return row[0] == text; });
}

/// Whether `text` can be the symbol of a body: starts with a capital, goes on with letters,
/// digits, `-`, `&`, `,` and `.`.
bool is_body(std::string_view text) {
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint c = detail::decode(text, at);
    at += c.size;
    const detail::Letter letter = detail::letter_of(c.value);
    if (first && !(letter.base != 0 && letter.upper)) return false;
    first = false;
    const bool allowed = letter.base != 0 || detail::is_digit(c.value) || c.value == U'-' ||
                         c.value == U'&' || c.value == U'.' || c.value == U',';
    if (!allowed) return false;
  }
  return !first;
}

/// `text` without spaces and with placeholders of a draft ("...", "…", "___") left out.
std::string compact(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint c = detail::decode(text, at);
    const bool dash = c.value >= 0x2010 && c.value <= 0x2014;
    if (dash) {
      out += '-';
    } else if (!detail::is_space(c.value) && c.value != 0x2026 && c.value != U'_') {
      out.append(text.substr(at, c.size));
    }
    at += c.size;
  }
  out.erase(0, std::min(out.find_first_not_of('.'), out.size()));
  while (!out.empty() &&
         (out.back() == '.' || out.back() == ',' || out.back() == ';' || out.back() == '-')) {
    out.pop_back();
  }
  return out;
}

std::optional<DocumentNumber> party_style(std::string_view left, std::string_view right) {
  const auto dash = left.find('-');
  DocumentNumber result;
  result.number = left.substr(0, dash);
  while (!result.number.empty() && result.number.back() == '.') result.number.pop_back();
  result.kind = left.substr(dash + 1);
  result.body = right;
  result.kind_before_slash = true;
  const bool fits = (result.number.empty() || is_number(result.number)) && is_kind(result.kind) &&
                    is_body(result.body);
  return fits ? std::optional(result) : std::nullopt;
}

}  // namespace

std::string DocumentNumber::to_string() const {
  if (kind_before_slash) return number + "-" + kind + "/" + body;
  std::string text = number + "/";
  if (year) text += std::to_string(*year) + "/";
  if (!kind.empty()) text += kind + "-";
  return text + body;
}

std::optional<DocumentNumber> try_parse_document_number(std::string_view text) {
  const std::string whole = compact(text);
  const auto slash = whole.find('/');
  if (slash == std::string::npos) return std::nullopt;
  std::string_view left = std::string_view(whole).substr(0, slash);
  std::string_view right = std::string_view(whole).substr(slash + 1);
  if (left.find('-') != std::string_view::npos) return party_style(left, right);
  while (left.ends_with('.')) left.remove_suffix(1);
  DocumentNumber result;
  result.number = left;
  if (right.size() > 5 && right[4] == '/' && is_year(right.substr(0, 4))) {
    result.year = std::stoi(std::string(right.substr(0, 4)));
    right.remove_prefix(5);
  }
  const auto dash = right.find('-');
  if (dash != std::string_view::npos && is_kind(right.substr(0, dash))) {
    result.kind = right.substr(0, dash);
    right.remove_prefix(dash + 1);
  }
  result.body = right;
  const bool fits = (result.number.empty() || is_number(result.number)) && is_body(result.body);
  return fits ? std::optional(result) : std::nullopt;
}

DocumentNumber parse_document_number(std::string_view text) {
  if (auto number = try_parse_document_number(text)) return *number;
  throw ParseError(ErrorCode::invalid_document_number, std::string(text),
                   detail::say("không phải số, ký hiệu văn bản; cần dạng như 78/KH-UBND, "
                               "30/2018/QĐ-UBND hoặc 82-QĐ/ĐU",
                               "not a document's number and symbol; expected a form such as "
                               "78/KH-UBND, 30/2018/QĐ-UBND or 82-QĐ/ĐU"));
}

}  // namespace sauro::inline v0_1
