#include "reading/open_source.hpp"

#include <string>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/core/files.hpp"
#include "sauro/text/fold.hpp"
#include "core/problem_list.hpp"
#include "reading/cell_text.hpp"
#include "reading/foreign.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool looks_like_html(std::string_view text) {
  const std::string head = fold(text.substr(0, 2000));
  const std::string_view start = trim(text.substr(0, 200));
  if (!start.starts_with('<')) return false;
  return head.starts_with("doctype html") || head.starts_with("html") ||
         head.starts_with("table") || head.starts_with("div") || head.starts_with("body") ||
         head.starts_with("head") || head.starts_with("xml") || head.starts_with("meta") ||
         head.starts_with("p ") || head.starts_with("section");
}

bool looks_like_markdown(std::string_view text) {
  return text.find("\n|--") != std::string_view::npos ||
         text.find("\n| --") != std::string_view::npos ||
         text.find("\n|:-") != std::string_view::npos ||
         text.find("\n| :-") != std::string_view::npos ||
         text.find("\n## ") != std::string_view::npos;
}

/// What the file's name says; the content decides where the two differ.
Format format_of(const std::filesystem::path& path) {
  const std::string extension = ascii_lower(path.extension().string());
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  if (extension == ".html" || extension == ".htm") return Format::html;
  if (extension == ".csv" || extension == ".tsv" || extension == ".tab") return Format::csv;
  if (extension == ".docx" || extension == ".docm" || extension == ".dotx") return Format::docx;
  return Format::automatic;
}

Format sniff(std::string_view text, Format hint, const ReadOptions& options) {
  if (hint == Format::markdown) return hint;
  if (hint == Format::html && text.find('<') != std::string_view::npos) return hint;
  if (looks_like_html(text)) return Format::html;
  if (hint == Format::csv) return hint;
  if (looks_like_markdown(text)) return Format::markdown;
  return is_csv_table(text, options) ? Format::csv : Format::text;
}

void hand_over(Source source, const UseSource& use) {
  source.drop_controls();
  use(source);
}

[[noreturn]] void refuse_content(Format format, const Bilingual& content) {
  throw ParseError(
      ErrorCode::format_mismatch, "",
      say("định dạng được nêu là {}, nhưng nội dung là {}",
          "the format was named {}, but the content is {}", to_string(format), content));
}

bool is_packed(Format format) {
  return format == Format::docx || format == Format::xlsx || format == Format::odt ||
         format == Format::ods;
}

void open_archive(std::string_view bytes, const ReadOptions& options, const UseSource& use) {
  const Format named = options.format;
  if (named != Format::automatic && !is_packed(named)) {
    refuse_content(named,
                   {"một tệp nén (docx, xlsx, odt, ods)", "an archive (docx, xlsx, odt, ods)"});
  }
  OfficeArchive archive(bytes, options.limits);
  const Format format = format_of(archive);
  if (named != Format::automatic && named != format) {
    refuse_content(named, {std::string(to_string(format)), std::string(to_string(format))});
  }
  switch (format) {
    case Format::xlsx:
      return hand_over(read_xlsx(archive, options), use);
    case Format::ods:
      return hand_over(read_ods(archive, options), use);
    case Format::odt:
      return hand_over(read_odt(archive, options.limits), use);
    default:
      return hand_over(read_docx(archive, options.limits), use);
  }
}

Source read_text_as(Format format, std::string_view text, const ReadOptions& options) {
  if (format == Format::html) return read_html(text, options.limits);
  if (format == Format::csv) return read_csv_source(text, options);
  return read_lines(text, format == Format::markdown, options.limits);
}

void open_bytes(std::string bytes, const ReadOptions& options, Format hint, const UseSource& use) {
  if (bytes.empty()) refuse_empty();
  if (bytes.size() > options.limits.bytes) {
    refuse_bytes(bytes.size(), options.limits.bytes);
  }
  if (is_archive(bytes)) return open_archive(bytes, options, use);
  refuse_foreign(bytes);
  if (is_packed(options.format)) refuse_content(options.format, {"chữ", "text"});
  const Decoded decoded = decode_text(std::move(bytes));
  const bool named = options.format != Format::automatic;
  const Format format = named ? options.format : sniff(decoded.text, hint, options);
  Source source = read_text_as(format, decoded.text, options);
  if (!decoded.encoding.empty()) {
    source.remarks.push_back({RemarkKind::encoding, {}, {}, decoded.encoding, {}, {"", 0, 1, 1}});
  }
  hand_over(std::move(source), use);
}

}  // namespace

void open_source(const std::filesystem::path& path, const ReadOptions& options,
                 const UseSource& use) {
  std::string bytes = read_file(path, options.limits.bytes);
  try {
    open_bytes(std::move(bytes), options, format_of(path), use);
  } catch (const ParseError& error) {
    const std::string where = path.filename().string();
    throw ParseError(error.code(), error.where().empty() ? where : where + ", " + error.where(),
                     message_of(error));
  }
}

void open_source(std::string_view bytes, const ReadOptions& options, const UseSource& use) {
  open_bytes(std::string(bytes), options, Format::automatic, use);
}

}  // namespace sauro::inline v0_1::detail
