#include "sauro/reading/plan_of_pages.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/source.hpp"
#include "reading/table_builder.hpp"

namespace sauro::inline v0_1 {
namespace {

/// Blocks of pages -> Source.
class PageReader {
 public:
  explicit PageReader(const ReadLimits& limits) : limits_(limits) {}

  detail::Source read(const std::vector<PageBlock>& blocks) {
    for (const PageBlock& block : blocks) {
      detail::poll();
      if (block.kind == PageBlockKind::table) {
        add_table(block);
      } else {
        add_text(block);
      }
    }
    if (source_.blocks.empty()) detail::refuse_empty();
    return std::move(source_);
  }

 private:
  detail::Place place(const std::string& part, std::uint32_t line) {
    const auto [at, is_new] = parts_.try_emplace(part, source_.parts.size());
    if (is_new) source_.parts.push_back(checked(part, {}));
    return {0, line, 0, static_cast<std::uint32_t>(at->second)};
  }

  /// Keeps the limit of all texts, and refuses what is no UTF-8.
  const std::string& checked(const std::string& text, detail::Place at) {
    const Span span = source_.span(at);
    detail::require_size(text, span, limits_);
    bytes_ += text.size();
    if (bytes_ > limits_.bytes) detail::refuse_bytes(bytes_, limits_.bytes);
    if (find_invalid_utf8(text)) detail::refuse_encoding(span);
    return text;
  }

  /// Notes what is uncertain; gives the number by which a cell names the remark.
  std::uint32_t note(const std::string& uncertain, detail::Place at) {
    if (uncertain.empty()) return 0;
    source_.remarks.push_back({RemarkKind::unsure,
                               {},
                               {},
                               detail::one_line(to_nfc(checked(uncertain, at))),
                               {},
                               source_.span(at)});
    return static_cast<std::uint32_t>(source_.remarks.size());
  }

  void add_text(const PageBlock& block) {
    detail::Block out;
    out.place = place(block.part, block.line);
    out.text = source_.keep(detail::squeeze(checked(block.text, out.place)));
    out.after_gap = block.after_gap;
    if (block.kind == PageBlockKind::aside) {
      out.kind = detail::Block::Kind::aside;
      out.reason = source_.keep(checked(block.reason, out.place));
    } else if (out.text.empty()) {
      return;
    }
    note(block.uncertain, out.place);
    source_.blocks.push_back(std::move(out));
  }

  void add_table(const PageBlock& block) {
    const detail::Place at = place(block.part, block.line);
    note(block.uncertain, at);
    detail::TableBuilder table(source_, cells_, limits_, at);
    std::vector<bool> gaps;
    for (const PageRow& row : block.rows) {
      detail::poll();
      if (row.cells.empty()) continue;
      add_row(row, row.part.empty() ? block.part : row.part, table);
      gaps.push_back(row.after_gap);
    }
    detail::Block out = table.finish();
    for (std::size_t i = 0; i < out.rows.size(); ++i) out.rows[i].after_gap = gaps[i];
    std::vector<detail::Block> none;
    detail::emit_table(source_, std::move(out), none);
  }

  void add_row(const PageRow& row, const std::string& part, detail::TableBuilder& table) {
    const detail::Place at = place(part, row.line);
    table.begin_row();
    for (const PageCell& cell : row.cells) {
      const auto beyond = static_cast<std::uint32_t>(limits_.columns);  // refused at the row's end
      if (cell.column > 0) table.move_to(std::min(cell.column - 1, beyond));
      const std::uint32_t doubt = note(cell.uncertain, at);
      table.add_cell(detail::squeeze(checked(cell.text, at)), at, cell.columns, cell.rows, doubt);
    }
    table.end_row();
  }

  const ReadLimits& limits_;
  detail::Source source_;
  std::unordered_map<std::string, std::size_t> parts_{{"", 0}};
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

Plan plan_of_pages(const std::vector<PageBlock>& blocks, const ReadOptions& options) {
  detail::Source source = PageReader(options.limits).read(blocks);
  source.drop_controls();
  return detail::interpret(source, options);
}

}  // namespace sauro::inline v0_1
