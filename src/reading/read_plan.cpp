#include "sauro/reading/read_plan.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "sauro/error.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/cell_text.hpp"
#include "reading/context.hpp"
#include "reading/document_parser.hpp"
#include "reading/narrative.hpp"
#include "reading/source.hpp"
#include "reading/table_parser.hpp"

namespace sauro {
namespace detail {

std::string_view Source::keep(std::string text) {
  if (!is_quick_nfc(text)) text = to_nfc(text);
  return texts.emplace_back(std::move(text));
}

std::uint32_t ColumnCounter::column(const char* line, const char* position) noexcept {
  if (line != line_ || position < at_) {
    line_ = at_ = line;
    column_ = 1;
  }
  for (; at_ < position; ++at_) {
    column_ += static_cast<std::uint32_t>((static_cast<unsigned char>(*at_) & 0xC0U) != 0x80U);
  }
  return column_;
}

std::string to_text(const Span& span) {
  if (!span.part.empty()) return span.part + ", paragraph " + std::to_string(span.paragraph);
  return "line " + std::to_string(span.line) + ", column " + std::to_string(span.column);
}

void require_size(std::string_view text, const Span& span, const ReadLimits& limits) {
  if (text.size() <= limits.cell_bytes) return;
  throw ParseError(ErrorCode::cell_too_large, to_text(span),
                   "a cell or paragraph of " + std::to_string(text.size()) +
                       " bytes; the limit is " + std::to_string(limits.cell_bytes) +
                       " (limits.cell_bytes)");
}

void require_table_size(const Block& table, std::size_t& cells, const Span& span,
                        const ReadLimits& limits) {
  constexpr std::size_t bytes_of_a_cell = 64;
  const Row& row = table.rows.back();
  for (const Cell& cell : row.cells) {  // a merged cell costs what it repeats
    cells += 1 + (cell.inherited ? cell.text.size() / bytes_of_a_cell : 0);
  }
  if (table.rows.size() > limits.rows) {
    throw ParseError(
        ErrorCode::too_many_rows, to_text(span),
        "the table has more than " + std::to_string(limits.rows) + " rows (limits.rows)");
  }
  if (row.width() > limits.columns) {
    throw ParseError(
        ErrorCode::too_many_columns, to_text(span),
        "the row has more than " + std::to_string(limits.columns) + " columns (limits.columns)");
  }
  if (cells > limits.cells) {
    throw ParseError(
        ErrorCode::too_many_cells, to_text(span),
        "the tables have more than " + std::to_string(limits.cells) + " cells (limits.cells)");
  }
}

namespace {

/// Reads the body and the annexes, unit by unit.
class Interpreter {
 public:
  Interpreter(const Source& source, const ReadOptions& options) : context_(source, options) {}

  Plan run() {
    Plan& plan = context_.plan;
    plan.coverage.characters = count_in_source(context_.source);
    units_ = to_units(context_);
    const bool annex_alone = is_annex_alone(units_);
    std::size_t at = annex_alone ? 0 : parse_head(context_, units_);
    find_issuer();
    context_.agencies.set_issuer(plan.document.issuer);
    if (!annex_alone) at = read_body(at);
    while (at < units_.size()) at = read_annex(at);
    remark();
    find_slips();
    plan.coverage.in_fields = count_in_fields(plan);
    for (const Unread& piece : plan.unread) plan.coverage.in_unread += count_visible(piece.text);
    return std::move(plan);
  }

 private:
  /// Where neither letterhead nor preamble names the issuer, the annexes do: "của UBND xã X)".
  void find_issuer() {
    Document& document = context_.plan.document;
    for (const Unit& unit : units_) {
      if (!document.issuer.empty()) return;
      if (!is_annex_note(unit.text)) continue;
      const auto at = unit.text.rfind(" của ");
      if (at == std::string::npos) continue;
      std::string name = unit.text.substr(at + std::string_view(" của ").size());
      while (name.ends_with(')') || name.ends_with('.')) name.pop_back();
      document.issuer = one_line(name);
    }
  }

  [[nodiscard]] bool starts_annex(std::size_t at, bool closed) const {
    const Unit& unit = units_[at];
    if (unit.table != nullptr) return closed;
    if (annex_heading(unit.text)) return true;
    if (!closed || !is_all_caps(unit.text)) return false;
    for (std::size_t next = at + 1; next < std::min(at + 4, units_.size()); ++next) {
      if (annex_heading(units_[next].text)) return false;
      if (is_annex_note(units_[next].text)) return true;  // an annex without a number
    }
    return false;
  }

  std::size_t read_body(std::size_t at) {
    Narrative narrative(context_);
    Annex body;
    TableParser tables(context_, body);
    std::size_t closing = units_.size();
    for (; at < units_.size() && !starts_annex(at, closing < units_.size()); ++at) {
      const Unit& unit = units_[at];
      if (closing < units_.size()) continue;
      if (unit.table != nullptr) {
        if (body.span == Span{}) body.span = context_.source.span(unit.place);
        if (!tables.has_layout()) body.title = narrative.title();
        tables.parse(*unit.table);
      } else if (starts_closing(unit.text)) {
        closing = at;
      } else {
        narrative.take(unit);
      }
    }
    tables.finish();
    if (closing < at) parse_closing(context_, units_, closing, at);
    if (tables.has_layout()) {
      const std::string_view again = body.title;
      context_.count_again(again);  // the heading of the section names the table too
      context_.plan.annexes.insert(context_.plan.annexes.begin(), std::move(body));
    }
    return at;
  }

  std::size_t read_annex(std::size_t at) {
    Annex annex;
    annex.number = context_.plan.annexes.empty() ? 1 : context_.plan.annexes.back().number + 1;
    annex.span = context_.source.span(units_[at].place);
    if (const auto heading = annex_heading(units_[at].text); heading && !units_[at].table) {
      if (heading->number) annex.number = *heading->number;
      const std::string_view text = units_[at].text;
      annex.label = trim(text.substr(0, heading->label_size));
      context_.count_marks(count_visible(text.substr(0, heading->size)) -
                           count_visible(annex.label));
      take_annex_text(annex, units_[at].text.substr(heading->size));
      ++at;
    }
    TableParser tables(context_, annex);
    bool titled = false;
    for (; at < units_.size(); ++at) {
      const Unit& unit = units_[at];
      if (unit.table != nullptr) {
        titled = true;
        tables.parse(*unit.table);
      } else if (titled && starts_annex(at, false)) {
        break;
      } else if (!titled && annex_heading(unit.text)) {
        break;
      } else if (!take_area_heading(tables, at)) {
        const bool under_title = is_all_caps(annex.title) && !is_all_caps(unit.text);
        const bool title = !titled && annex.note.empty() && !under_title;
        if (title || (annex.note.empty() && is_annex_note(unit.text))) {
          take_annex_text(annex, unit.text);
        } else {
          annex.paragraphs.push_back(unit.text);
        }
      }
    }
    tables.finish();
    context_.plan.annexes.push_back(std::move(annex));
    return at;
  }

  static void take_annex_text(Annex& annex, const std::string& text) {
    if (text.empty()) return;
    if (is_annex_note(text)) {
      annex.note = text;
      cite(annex);
    } else {
      annex.title += annex.title.empty() ? text : " " + text;
    }
  }

  /// "I. CÔNG TÁC CHỈ ĐẠO" between two tables names the area of the second.
  bool take_area_heading(TableParser& tables, std::size_t at) {
    const auto label = leading_label(units_[at].text);
    const bool heads = label &&
                       (label->kind == LabelKind::roman || label->kind == LabelKind::letter) &&
                       at + 1 < units_.size() && units_[at + 1].table != nullptr;
    if (!heads) return false;
    const std::string_view text = units_[at].text;
    context_.count_marks(count_visible(text.substr(0, label->size)));
    tables.open_area(label->number, trim(text.substr(label->size)), units_[at].place);
    return true;
  }

  /// Says what a reader would want to know where nothing was found.
  void remark() {
    Plan& plan = context_.plan;
    if (plan.tasks.empty() && plan.indicators.empty()) {
      const bool tables = !plan.tables.empty();
      plan.unread.push_back(
          {"",
           tables ? "Không nhận ra bảng nhiệm vụ hay chỉ tiêu nào: các bảng được giữ nguyên trong "
                    "tables; hãy kiểm tra dòng tiêu đề của bảng"
                  : "Văn bản không có bảng nhiệm vụ hay chỉ tiêu nào",
           Span{}});
    }
  }

  void find_slips() {
    const Document& document = context_.plan.document;
    SlipFinder finder(context_.source, {document.place});
    for (const Block& block : context_.source.blocks) {
      finder.look(block.text, block.place, context_.plan.slips);
      for (const Row& row : block.rows) {
        for (const Cell& cell : row.cells) {
          if (!cell.inherited) finder.look(cell.text, cell.place, context_.plan.slips);
        }
      }
    }
  }

  Context context_;
  std::vector<Unit> units_;
};

}  // namespace

Plan interpret(const Source& source, const ReadOptions& options) {
  return Interpreter(source, options).run();
}

}  // namespace detail

namespace {

constexpr std::string_view ole_signature = "\xD0\xCF\x11\xE0";

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
         bytes.starts_with(ole_signature);
}

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
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
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

Plan read_bytes(std::string bytes, const ReadOptions& options, Format hint) {
  if (bytes.empty()) throw ParseError(ErrorCode::empty_input, "", "the document is empty");
  if (bytes.size() > options.limits.bytes) {
    throw ParseError(ErrorCode::too_large, "",
                     "the document has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                         std::to_string(options.limits.bytes) + " (limits.bytes)");
  }
  const bool named = options.format != Format::automatic;
  const bool archive = is_archive(bytes);
  if (named && archive != (options.format == Format::docx)) {
    throw ParseError(ErrorCode::format_mismatch, "",
                     "the format was named " + std::string(to_string(options.format)) +
                         ", but the content is " + (archive ? "an archive (docx)" : "text"));
  }
  if (archive) return detail::interpret(detail::read_docx(bytes, options.limits), options);
  const std::string text = detail::decode_text(std::move(bytes));
  const Format format = named ? options.format : sniff(text, hint);
  const detail::Source source =
      format == Format::html ? detail::read_html(text, options.limits)
                             : detail::read_lines(text, format == Format::markdown, options.limits);
  return detail::interpret(source, options);
}

std::string load(const std::filesystem::path& path, const ReadLimits& limits) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    throw NotFoundError(ErrorCode::file_not_found, path.string(), "there is no such file");
  }
  if (std::filesystem::is_directory(status)) {
    throw ParseError(ErrorCode::is_directory, path.string(),
                     "a directory, not a file; name the plan's file in it");
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  char buffer[1U << 16U];
  while (file.read(buffer, sizeof buffer) || file.gcount() > 0) {
    bytes.append(buffer, static_cast<std::size_t>(file.gcount()));
    if (bytes.size() > limits.bytes) break;  // refused with its size later
  }
  if (!file.is_open() || file.bad()) {
    throw ParseError(ErrorCode::cannot_read, path.string(),
                     "the file can't be read; check its permissions");
  }
  return bytes;
}

}  // namespace

std::string_view to_string(Format format) noexcept {
  switch (format) {
    case Format::text:
      return "text";
    case Format::markdown:
      return "markdown";
    case Format::html:
      return "html";
    case Format::docx:
      return "docx";
    default:
      return "automatic";
  }
}

Plan read_plan(const std::filesystem::path& path, const ReadOptions& options) {
  std::string bytes = load(path, options.limits);
  try {
    return read_bytes(std::move(bytes), options, format_of(path));
  } catch (const ParseError& error) {
    const std::string where = path.filename().string();
    throw ParseError(error.code(), error.where().empty() ? where : where + ", " + error.where(),
                     error.message());
  }
}

Plan read_plan_text(std::string_view bytes, const ReadOptions& options) {
  return read_bytes(std::string(bytes), options, Format::automatic);
}

}  // namespace sauro
