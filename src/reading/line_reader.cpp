#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/asides.hpp"
#include "reading/cell_text.hpp"
#include "reading/flow.hpp"
#include "reading/front_matter.hpp"
#include "reading/labels.hpp"
#include "reading/line_marks.hpp"
#include "reading/markup.hpp"
#include "reading/official_lines.hpp"
#include "reading/page_marks.hpp"
#include "reading/source.hpp"
#include "reading/text_lines.hpp"
#include "text/letters.hpp"

/// Plain text and Markdown, line by line: a table that a page break has cut is none to a parser.
namespace sauro::inline v0_1::detail {
namespace {

std::uint32_t next_column(const Row& row) { return static_cast<std::uint32_t>(row.cells.size()); }

class LineReader {
 public:
  LineReader(std::string_view text, bool markdown, const ReadLimits& limits)
      : before_(front_matter(text)),
        first_line_(static_cast<std::size_t>(std::count(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(before_.size), '\n'))),
        lines_(read_text_lines(text.substr(before_.size))),
        markdown_(markdown),
        limits_(limits) {
    if (before_.size == 0) return;
    Block aside;
    aside.kind = Block::Kind::aside;
    aside.text = trim(text.substr(0, before_.size));
    aside.reason = "thuộc tính ghi ở đầu tệp";
    aside.place.line = 1;
    source_.blocks.push_back(std::move(aside));
    source_.attributes = std::move(before_.attributes);
  }

  Source read() {
    while (at_ < lines_.size()) {
      poll();
      if (lines_[at_].blank) {
        gap_ = true;
        ++at_;
      } else if (!lines_[at_].aside.empty()) {
        source_.blocks.push_back(aside_at(at_++));
      } else if (!read_page_table() && !read_table() && !skip_markup_line()) {
        read_paragraph();
      }
    }
    return std::move(source_);
  }

 private:
  [[nodiscard]] Place place(std::size_t line, std::string_view piece) {
    Place result;
    result.line = static_cast<std::uint32_t>(first_line_ + line + 1);
    result.column = columns_.column(lines_[line].text.data() - lines_[line].quoted, piece.data());
    return result;
  }

  /// Text of a paragraph or cell without the remnants of markup.
  std::string_view clean(std::string_view text) {
    text = trim(text);
    if (std::string struck; has_tags(text) || (markdown_ && text.find("~~") != text.npos)) {
      text = trim(source_.keep(take_struck(text, markdown_, struck)));
      leave_aside(source_, strip_tags(struck), struck_reason,
                  {0, static_cast<std::uint32_t>(first_line_ + at_ + 1), 1, 0});
    }
    if (has_tags(text)) text = trim(source_.keep(strip_tags(text)));
    if (markdown_ && text.find_first_of("*_`~\\[") != std::string_view::npos) {
      text = trim(source_.keep(strip_markdown(text)));
    }
    return text;
  }

  bool skip_markup_line() {
    if (!markdown_) return false;
    const std::string_view line = trim(lines_[at_].text);
    const bool rule = line.size() >= 3 && line.find_first_not_of("-*_= ") == std::string_view::npos;
    const auto fence = line.find_first_not_of('`');
    const bool fenced = line.starts_with("```") &&
                        (fence == std::string_view::npos ||
                         line.find_first_not_of("abcdefghijklmnopqrstuvwxyz", fence) == line.npos);
    if (!rule && !fenced) return false;
    gap_ = true;
    ++at_;
    return true;
  }

  [[nodiscard]] Block aside_at(std::size_t at) {
    Block aside;
    aside.kind = Block::Kind::aside;
    aside.text = trim(lines_[at].text);
    aside.reason = lines_[at].aside;
    aside.place = place(at, aside.text);
    return aside;
  }

  /// The text of a line as a paragraph, without the marks of Markdown before it.
  [[nodiscard]] std::string_view paragraph_at(std::size_t at) const {
    std::string_view text = trim(lines_[at].text);
    if (!markdown_) return text;
    while (text.starts_with('>')) text = trim(text.substr(1));
    const auto heading = text.find_first_not_of('#');
    const bool heads = heading != 0 && heading != std::string_view::npos && text[heading] == ' ';
    return heads ? trim(text.substr(heading)) : text;
  }

  void read_paragraph() {
    std::string_view text = paragraph_at(at_);
    Block block;
    block.place = place(at_, text);
    gap_ = false;
    if (lines_[at_].doubtful) note(RemarkKind::parted_row, at_);
    std::vector<Block> asides;
    const std::size_t end = join_lines(text, asides);
    require_size(text, source_.span(block.place), limits_);
    block.text = clean(text);
    if (!block.text.empty()) source_.blocks.push_back(std::move(block));
    for (Block& aside : asides) source_.blocks.push_back(std::move(aside));
    at_ = end;
  }

  /// Adds to the text of this line those that go on with it; asides may stand between them.
  std::size_t join_lines(std::string_view& text, std::vector<Block>& asides) {
    std::string joined;
    std::size_t end = at_ + 1;
    while (true) {
      std::size_t next = end;
      while (next < lines_.size() && (lines_[next].blank || !lines_[next].aside.empty())) ++next;
      if (next >= lines_.size() || !lines_[next].goes_on) break;
      for (std::size_t i = end; i < next; ++i) {
        if (!lines_[i].aside.empty()) asides.push_back(aside_at(i));
      }
      if (joined.empty()) joined = text;
      if (lines_[next].doubtful) note(RemarkKind::joined_row, next);
      join(joined, paragraph_at(next));
      end = next + 1;
    }
    if (!joined.empty()) text = source_.keep(std::move(joined));
    return end;
  }

  /// A line goes on with the one before it, or doesn't, and could be otherwise.
  void note(RemarkKind kind, std::size_t at) {
    const std::string_view text = trim(lines_[at].text);
    source_.remarks.push_back({kind, {}, {}, shortened(text), {}, source_.span(place(at, text))});
  }

  /// Two lines of one text; a word that is broken at its hyphen goes on without a space.
  static void join(std::string& before, std::string_view text) {
    constexpr std::string_view soft_hyphen = "\u00ad";
    if (before.ends_with(soft_hyphen)) {
      before.replace(before.size() - soft_hyphen.size(), soft_hyphen.size(), "-");
    }
    const bool in_word =
        before.size() > 1 && before.back() == '-' && before[before.size() - 2] != ' ';
    if (!in_word) before += ' ';
    before += text;
  }

  // Tables

  [[nodiscard]] std::size_t next_filled(std::size_t from) const {
    while (from < lines_.size() && lines_[from].blank) ++from;
    return from;
  }

  /// A row of a pipe table: bars at its ends, or inside it and inside a line next to it.
  [[nodiscard]] bool is_pipe_row(std::size_t i) const {
    const std::string_view line = trim(lines_[i].text);
    if (!markdown_ || line.size() < 2) return false;
    if (line.front() == '|' || (line.back() == '|' && line.find('|') + 1 < line.size()))
      return true;
    const auto has_bar = [&](std::size_t other) {
      return other < lines_.size() && lines_[other].text.find('|') != std::string_view::npos;
    };
    return line.find(" | ") != std::string_view::npos && (has_bar(i + 1) || has_bar(i - 1));
  }

  /// Whether a table of tab-separated fields begins at line `i`.
  [[nodiscard]] bool starts_tab_table(std::size_t i) const {
    const std::string_view line = trim(lines_[i].text);
    const std::size_t tabs = count_tabs(line);
    const bool listed = tabs == 1 && is_mark(line.substr(0, line.find('\t')));
    if (tabs == 0 || listed) return false;
    const std::size_t next = next_filled(i + 1);
    return tabs >= 2 || (next < lines_.size() && count_tabs(trim(lines_[next].text)) > 0);
  }

  /// A table that Markdown holds as HTML.
  bool read_page_table() {
    if (!markdown_ || !starts_page_table(lines_[at_].text)) return false;
    std::size_t end = at_;
    while (end + 1 < lines_.size() && !ends_page_table(lines_[end].text)) ++end;
    const char* const first = lines_[at_].text.data();
    const char* const last = lines_[end].text.data() + lines_[end].text.size();
    const std::string_view page(first, static_cast<std::size_t>(last - first));
    flow_.add(read_html(page, limits_), 0, static_cast<std::uint32_t>(first_line_ + at_));
    at_ = end + 1;
    gap_ = true;
    return true;
  }

  bool read_table() {
    const bool pipes = is_pipe_row(at_);
    if (!pipes && !starts_tab_table(at_)) return false;
    Block table;
    table.kind = Block::Kind::table;
    table.place = place(at_, trim(lines_[at_].text));
    std::vector<Block> asides;
    while (at_ < lines_.size()) {
      if (pipes ? !add_pipe_row(table) : !add_tab_row(table)) {
        if (!step_over_break(pipes, asides)) break;
      }
    }
    if (!table.rows.empty()) source_.blocks.push_back(std::move(table));
    for (Block& aside : asides) source_.blocks.push_back(std::move(aside));
    return true;
  }

  /// Goes on after blank lines and a page number where the table does.
  bool step_over_break(bool pipes, std::vector<Block>& asides) {
    const std::size_t first = next_filled(at_);
    if (first >= lines_.size()) {
      at_ = first;
      return false;
    }
    const bool page_ends = !lines_[first].aside.empty() || is_page_number(lines_[first].text);
    const std::size_t next = page_ends ? next_filled(first + 1) : first;
    const bool goes_on = next < lines_.size() && next > at_ &&
                         (pipes ? is_pipe_row(next) : count_tabs(lines_[next].text) > 0) &&
                         !starts_official_part(lines_[next].text, pipes ? '|' : '\t');
    if (!goes_on) {
      gap_ = gap_ || lines_[at_].blank;
      return false;
    }
    if (next != first) {
      Block aside = aside_at(first);
      if (aside.reason.empty()) aside.reason = page_number_reason;
      asides.push_back(std::move(aside));
    }
    at_ = next;
    gap_ = true;
    return true;
  }

  void add_row(Block& table, Row row) {
    poll();
    row.after_gap = gap_;
    gap_ = false;
    for (const Cell& cell : row.cells) require_size(cell.text, source_.span(cell.place), limits_);
    table.rows.push_back(std::move(row));
    require_table_size(table, cells_, source_.span(table.rows.back().cells.front().place), limits_);
  }

  bool add_tab_row(Block& table) {
    if (lines_[at_].blank) return false;
    const std::size_t fields = table.rows.empty() ? 0 : table.rows.front().cells.size();
    const std::size_t last = joined_until(fields);
    if (count_tabs(lines_[at_].text) == 0 && last == at_) return false;
    const char* begin = lines_[at_].text.data();
    const char* end = lines_[last].text.data() + lines_[last].text.size();
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    Row row;
    std::size_t line = at_;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t stop = std::min(text.find('\t', at), text.size());
      const std::string_view field = trim_inside(text.substr(at, stop - at));
      while (line < last && field.data() >= lines_[line + 1].text.data()) ++line;
      row.cells.push_back({clean(field), place(line, field), next_column(row)});
      at = stop + 1;
    }
    at_ = last + 1;
    add_row(table, std::move(row));
    return true;
  }

  /// Last line of the row that begins here: a line with too few fields goes on where the lines
  /// after it, up to a blank one, complete the row exactly and begin no row of their own.
  [[nodiscard]] std::size_t joined_until(std::size_t fields) const {
    constexpr std::size_t reach = 200;
    std::size_t have = count_tabs(lines_[at_].text) + 1;
    if (have < 2 || have >= fields) return at_;
    for (std::size_t i = at_ + 1; i < std::min(lines_.size(), at_ + reach); ++i) {
      const std::string_view line = lines_[i].text;
      const std::string_view head = trim(line.substr(0, std::min(line.find('\t'), line.size())));
      const bool own_row = line.find('\t') != std::string_view::npos &&
                           (head.empty() || parse_label(head).has_value());
      if (lines_[i].blank || own_row) return at_;
      have += count_tabs(line);
      if (have == fields) return i;
      if (have > fields) return at_;
    }
    return at_;
  }

  bool add_pipe_row(Block& table) {
    if (lines_[at_].blank || !is_pipe_row(at_)) return false;
    std::string_view line = trim(lines_[at_].text);
    if (line.find_first_not_of("|-:+ \t") == std::string_view::npos) {  // |---|---|
      ++at_;
      return true;
    }
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
    Row row;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
      const bool bar = at < line.size() && line[at] == '|' && (at == 0 || line[at - 1] != '\\');
      if (!bar && at != line.size()) continue;
      const std::string_view field = trim_inside(line.substr(start, at - start));
      row.cells.push_back({clean(field), place(at_, field), next_column(row)});
      start = at + 1;
    }
    ++at_;
    add_row(table, std::move(row));
    return true;
  }

  FrontMatter before_;
  std::size_t first_line_ = 0;  ///< lines of the front matter
  std::vector<TextLine> lines_;
  bool markdown_;
  ReadLimits limits_;
  Source source_;
  Flow flow_{source_, limits_};
  ColumnCounter columns_;
  std::size_t at_ = 0;
  std::size_t cells_ = 0;
  bool gap_ = true;
};

}  // namespace

Source read_lines(std::string_view text, bool markdown, const ReadLimits& limits) {
  return LineReader(text, markdown, limits).read();
}

}  // namespace sauro::inline v0_1::detail
