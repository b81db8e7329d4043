#include "sauro/reading/read_plan.hpp"

#include <string>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/core/files.hpp"
#include "sauro/text/fold.hpp"
#include "core/problem_list.hpp"
#include "reading/cell_text.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"
#include "reading/xlsx_book.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

bool looks_like_html(std::string_view text) {
  const std::string head = fold(text.substr(0, 2000));
  const std::string_view start = detail::trim(text.substr(0, 200));
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
  const std::string extension = detail::ascii_lower(path.extension().string());
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  if (extension == ".html" || extension == ".htm") return Format::html;
  if (extension == ".docx" || extension == ".docm" || extension == ".dotx") return Format::docx;
  return Format::automatic;
}

Format sniff(std::string_view text, Format hint) {
  if (hint == Format::markdown) return hint;
  if (hint == Format::html && text.find('<') != std::string_view::npos) return hint;
  if (looks_like_html(text)) return Format::html;
  return looks_like_markdown(text) ? Format::markdown : Format::text;
}

Plan read_source(detail::Source source, const ReadOptions& options) {
  source.drop_controls();
  return detail::interpret(source, options);
}

[[noreturn]] void refuse_content(Format format, const Bilingual& content) {
  throw ParseError(
      ErrorCode::format_mismatch, "",
      detail::say("định dạng được nêu là {}, nhưng nội dung là {}",
                  "the format was named {}, but the content is {}", to_string(format), content));
}

Plan read_archive(std::string_view bytes, const ReadOptions& options) {
  const Format format = options.format;
  if (format != Format::automatic && format != Format::docx && format != Format::xlsx) {
    refuse_content(format, {"một tệp nén (docx, xlsx)", "an archive (docx, xlsx)"});
  }
  detail::OfficeArchive archive(bytes, options.limits);
  const bool workbook = detail::is_workbook(archive);
  if (workbook && format == Format::docx) {
    refuse_content(format, {"một bảng tính (xlsx)", "a workbook (xlsx)"});
  }
  if (workbook || format == Format::xlsx) {
    return read_source(detail::read_xlsx(archive, options), options);
  }
  return read_source(detail::read_docx(archive, options.limits), options);
}

Plan read_bytes(std::string bytes, const ReadOptions& options, Format hint) {
  if (bytes.empty()) detail::refuse_empty();
  if (bytes.size() > options.limits.bytes) {
    detail::refuse_bytes(bytes.size(), options.limits.bytes);
  }
  const bool named = options.format != Format::automatic;
  if (detail::is_archive(bytes)) return read_archive(bytes, options);
  if (options.format == Format::docx || options.format == Format::xlsx) {
    refuse_content(options.format, {"chữ", "text"});
  }
  const std::string text = detail::decode_text(std::move(bytes));
  const Format format = named ? options.format : sniff(text, hint);
  if (format == Format::html) return read_source(detail::read_html(text, options.limits), options);
  return read_source(detail::read_lines(text, format == Format::markdown, options.limits), options);
}

}  // namespace

Plan read_plan(const std::filesystem::path& path, const ReadOptions& options) {
  std::string bytes = read_file(path, options.limits.bytes);
  try {
    return read_bytes(std::move(bytes), options, format_of(path));
  } catch (const ParseError& error) {
    const std::string where = path.filename().string();
    throw ParseError(error.code(), error.where().empty() ? where : where + ", " + error.where(),
                     detail::message_of(error));
  }
}

Plan read_plan_text(std::string_view bytes, const ReadOptions& options) {
  return read_bytes(std::string(bytes), options, Format::automatic);
}

}  // namespace sauro::inline v0_1
