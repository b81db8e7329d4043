#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/columns.hpp"
#include "reading/context.hpp"
#include "reading/labels.hpp"

namespace sauro::inline v0_1::detail {

/// Visible characters of a row's own cells.
[[nodiscard]] std::size_t count_row(const Row& row);

/// Tables of one annex -> tasks, indicators, or tables kept whole.
class TableParser {
 public:
  TableParser(Context& context, Annex& annex) : context_(context), annex_(annex) {}

  /// Reads a table; one without a header goes on with the columns of the one before it.
  void parse(const Block& block) { parse(block, most_beside_each_other); }

  /// A heading between tables opens an area.
  void open_area(std::string_view number, std::string_view title, Place place);

  /// Whether the annex has shown a table of tasks or indicators.
  [[nodiscard]] bool has_layout() const noexcept { return layout_.kind != TableKind::other; }

  /// Writes down what is still open; call it after the last table.
  void finish();

 private:
  static constexpr std::size_t most_beside_each_other =
      16;  ///< tables; each is cut out of the rest

  void parse(const Block& block, std::size_t most_beside);
  /// A row and its continuations, cell by cell, before it becomes a task or an indicator.
  struct Item {
    std::string number;         ///< below its area
    std::string written;        ///< as it is in the table, where that is another one
    std::string parent_number;  ///< "3" of "3.1"; empty where it stands alone
    std::vector<std::string> cells;
    std::vector<bool> filled;  ///< by column: no text, but a colour that the title hasn't
    std::string number_cell;   ///< text of the number column that is no number
    Place place;
    std::vector<std::size_t> remarks;  ///< places of those about it
  };
  enum class Last { none, area, item };

  void keep_whole(const Block& block);
  bool take_header(const Block& block, std::size_t& row);
  void use_layout(const std::string& header, const Layout& layout);
  void remark_progress(const Block& block, const Layout& layout, Place place);
  void remark_columns(const std::vector<Column>& columns, Place place);
  void parse_one(const Block& block);
  void parse_row(const Block& block, std::size_t index);
  void parse_unnumbered(const Block& block, std::size_t index, std::string_view title);
  bool parse_inner_label(const Row& row, std::string_view title);
  void read_row(const Block& block, std::size_t index);
  void take_doubts(const Row& row);
  [[nodiscard]] std::string_view field_of(std::size_t column) const;
  void remark_number(const Row& row, std::string_view written);
  void remark_row(RemarkKind kind, const Row& row, std::string_view title, std::string_view other);
  void parse_bullet_row(const Row& row, std::string_view title);
  void area_row(const Row& row, std::string_view number, std::size_t marks);
  void begin_item(const Row& row, std::string number, std::string parent, std::string_view title);
  [[nodiscard]] std::string cell_of(std::string_view number, Role role);
  void repeat_above(const Row& row, Item& item);
  void continue_item(const Row& row);
  void append(std::size_t column, std::string_view piece, bool new_line);
  void flush();
  bool leave_empty(const Item& item);
  template <class Listed>
  void fill(const Item& item, Listed& row);
  void write_task(const Item& item);
  void take_timeframe(const Column& column, std::string cell, Task& task);
  void take_duration(const Column& column, std::string_view cell, Task& task);
  [[nodiscard]] bool says_when(const Item& item) const;
  void take_bodies(const Item& item, Task& task);
  void take_period(const Item& item, std::size_t column, Task& task);
  void remark_colour(const Item& item, std::string_view period, const std::string& task);
  void take_leads(const Column& column, const std::string& cell, Task& task);
  void remark_bodies(std::string_view cell, std::string_view field,
                     const std::vector<std::string>& ids, const Task& task);
  void write_indicator(const Item& item);
  void take_area_column(const Item& item);

  [[nodiscard]] std::string number_text(const Row& row) const;
  [[nodiscard]] std::string_view text_at(const Row& row, std::size_t column) const;
  [[nodiscard]] bool is_inherited(const Row& row, std::size_t column) const;
  [[nodiscard]] std::size_t filled_beside_title(const Row& row) const;
  [[nodiscard]] bool has_own_target(const Row& row) const;
  [[nodiscard]] bool is_continuation(const Block& block, std::size_t index,
                                     std::string_view title) const;
  [[nodiscard]] bool heads_rows(const Block& block, std::size_t index,
                                std::string_view title) const;
  [[nodiscard]] bool is_whole(std::size_t column, std::string_view text) const;
  [[nodiscard]] bool stands_by_itself(const Row& row, bool beside_nothing) const;
  bool take_sub_row(const Row& row, std::string_view title);
  void list_item(const Row& row, std::string_view title);
  bool leave_dots(const Row& row);
  void remark_width(const Row& row);
  [[nodiscard]] bool is_note(const Row& row, std::string_view number) const;
  bool take_row_number(const Row& row, std::string_view number, std::string_view title);
  [[nodiscard]] bool repeats_text(const Row& row, bool numbered) const;
  [[nodiscard]] std::string last_id(std::string_view number) const;
  [[nodiscard]] std::string scope() const;
  void scan_labels(const Block& block);

  Context& context_;
  Annex& annex_;
  Layout layout_;
  std::string header_;  ///< key of the header row that gave the layout
  /// Header rows met, to know them again; only the first row of each header has a layout.
  std::map<std::string, std::optional<Layout>> headers_;
  std::size_t start_ = 0;  ///< row at which the table begins, below its captions
  std::size_t title_ = 0;
  std::size_t number_ = 0;
  bool roman_items_ = false;  ///< the table numbers its tasks I, II, III
  bool numbers_in_text_ = false;
  bool areas_numbered_ = false;      ///< the annex numbers its areas
  bool made_area_ = false;           ///< the open area has no number of its own
  std::optional<bool> told_widths_;  ///< the reader of the format has looked at widths of rows
  bool in_notes_ = false;            ///< the rows only explain the table
  std::string part_;                 ///< "A", where lettered parts hold Roman areas
  std::string area_;
  std::map<std::string, std::string> area_columns_;  ///< number by folded title
  std::string horizon_;                              ///< year in the title of the area
  bool told_colour_ = false;                         ///< a remark says that colours are times
  std::optional<Item> item_;
  Item before_;  ///< the last that was written
  Last last_ = Last::none;
  std::string top_number_;                               ///< of the last item without a parent
  std::unordered_map<std::string, std::size_t> places_;  ///< of tasks, by id
  std::size_t places_seen_ = 0;                          ///< how many of them are in there
};

}  // namespace sauro::inline v0_1::detail
