#include "reading/docx_chunks.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <pugixml.hpp>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "reading/asides.hpp"
#include "reading/docx_parts.hpp"
#include "text/letters.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "=C3=A0" (RFC 2045, section 6.7)
std::string from_quoted(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    const std::string_view code = text.substr(at + 1, 2);
    unsigned byte = 0;
    if (code.starts_with('\n') || code.starts_with("\r\n")) {
      at += code[0] == '\n' ? 1U : 2U;  // a line that goes on
    } else if (code.size() == 2 &&
               std::from_chars(code.data(), code.data() + 2, byte, 16).ptr == code.data() + 2) {
      out += static_cast<char>(byte);
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

/// The same section, 6.8.
std::string from_base64(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> count) & 0xFFU);
  }
  return out;
}

/// What a header says; empty where it isn't there.
std::string_view header(std::string_view head, std::string_view name) {
  const std::string lower = ascii_lower(std::string(head));
  const std::size_t at = lower.find(name);
  if (at == std::string::npos || (at > 0 && lower[at - 1] != '\n')) return {};
  std::size_t end = at + name.size();
  do {
    end = head.find('\n', end + 1);  // lines that begin with a blank go on
  } while (end < head.size() && end + 1 < head.size() &&
           (head[end + 1] == ' ' || head[end + 1] == '\t'));
  return trim(head.substr(at + name.size(), end - at - name.size()));
}

/// Head and body of a message or of one of its parts.
std::pair<std::string_view, std::string_view> head_and_body(std::string_view part) {
  for (const std::string_view gap : {"\r\n\r\n", "\n\n"}) {
    const std::size_t at = part.find(gap);
    if (at != std::string_view::npos) return {part.substr(0, at), part.substr(at + gap.size())};
  }
  return {part, {}};
}

std::string boundary_of(std::string_view type) {
  constexpr std::string_view name = "boundary=";
  const std::size_t at = ascii_lower(std::string(type)).find(name);
  if (at == std::string::npos) return {};
  std::string_view value = type.substr(at + name.size());
  const bool quoted = value.starts_with('"');
  if (quoted) value.remove_prefix(1);
  return "--" + std::string(value.substr(0, value.find_first_of(quoted ? "\"" : "; \r\n")));
}

std::optional<std::string> page_in(std::string_view part) {
  const auto [head, body] = head_and_body(part);
  if (!ascii_lower(std::string(header(head, "content-type:"))).starts_with("text/html")) {
    return std::nullopt;
  }
  const std::string coding = ascii_lower(std::string(header(head, "content-transfer-encoding:")));
  if (coding == "base64") return from_base64(body);
  return coding == "quoted-printable" ? from_quoted(body) : std::string(body);
}

}  // namespace

std::optional<std::string> page_of_archive(std::string_view archive) {
  const auto [head, body] = head_and_body(archive);
  const std::string boundary = boundary_of(header(head, "content-type:"));
  if (boundary.size() < 3) return page_in(archive);
  for (std::size_t at = body.find(boundary); at != std::string_view::npos;) {
    at = std::min(body.find('\n', at), body.size() - 1) + 1;
    const std::size_t end = body.find(boundary, at);
    if (auto page = page_in(body.substr(at, end - at))) return page;
    at = end;
  }
  return std::nullopt;
}

void DocxChunks::load() {
  loaded_ = true;
  const std::size_t slash = main_.rfind('/') + 1;
  const std::string folder = main_.substr(0, slash);
  const std::string part = folder + "_rels/" + main_.substr(slash) + ".rels";
  std::optional<std::string> text = archive_.read(part);
  if (!text) return;
  pugi::xml_document xml;
  load_xml(xml, *text, part);
  for (const pugi::xml_node link : xml.document_element().children("Relationship")) {
    const std::string_view type = link.attribute("Type").as_string();
    const std::string_view target = link.attribute("Target").as_string();
    if (!type.ends_with("/aFChunk") || target.empty()) continue;
    parts_[link.attribute("Id").as_string()] =
        target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
  }
}

void DocxChunks::add(const pugi::xml_node& node, Source& source, Flow& flow) {
  if (!loaded_) load();
  const std::string id = node.attribute("r:id").as_string();
  const auto link = parts_.find(id);
  const bool is_there = link != parts_.end();
  const std::string& name = is_there ? link->second : id;
  if (find_invalid_utf8(name)) refuse_encoding(source.span({}));
  source.parts.push_back(is_there ? name : main_);
  const auto part = static_cast<std::uint32_t>(source.parts.size() - 1);
  Kind kind = Kind::lost;
  if (const auto chunk = is_there ? read(name, kind) : std::nullopt) {
    flow.add(*chunk, part);
  } else {
    leave_aside(source, name.empty() ? "altChunk" : name, reason_of(kind), {0, 0, 0, part});
  }
}

/// Why a part isn't read.
std::string_view DocxChunks::reason_of(Kind kind) {
  switch (kind) {
    case Kind::archive:
      return "tài liệu Office nhúng (altChunk) chưa đọc; mở bằng Word rồi lưu lại để gộp vào văn "
             "bản";
    case Kind::rtf:
      return "phần RTF nhúng (altChunk) chưa đọc; mở bằng Word rồi lưu lại để gộp vào văn bản";
    case Kind::lost:
      return "phần nhúng (altChunk) không có trong tệp";
    case Kind::other:
      break;
  }
  return "phần nhúng (altChunk) không có trang nào đọc được; mở bằng Word rồi lưu lại";
}

std::optional<Source> DocxChunks::read(const std::string& part, Kind& kind) {
  std::optional<std::string> bytes = archive_.read(part);
  if (!bytes) return std::nullopt;
  kind = is_archive(*bytes)             ? Kind::archive
         : bytes->starts_with("{\\rtf") ? Kind::rtf
                                        : Kind::other;
  if (kind != Kind::other) return std::nullopt;
  const std::string start = ascii_lower(bytes->substr(0, 200));
  if (start.starts_with("mime-version:") || start.starts_with("content-type:")) {
    bytes = page_of_archive(*bytes);
    if (!bytes) return std::nullopt;
  }
  text_ = decode_text(std::move(*bytes)).text;
  const bool is_page = text_.find('<') != std::string::npos;
  return is_page ? read_html(text_, limits_) : read_lines(text_, false, limits_);
}

}  // namespace sauro::inline v0_1::detail
