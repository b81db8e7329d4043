// What a column holds where its name doesn't say it.
#include "reading/column_contents.hpp"

#include <algorithm>
#include <string_view>

#include "sauro/phrases/timeframe.hpp"
#include "sauro/text/fold.hpp"
#include "reading/agencies.hpp"
#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/ditto.hpp"
#include "reading/labels.hpp"
#include "reading/table_words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t looked_into = 50;  // rows that tell what a column holds

/// What all cells below the headers are, column by column.
class Contents {
 public:
  Contents(const std::vector<Row>& rows, std::size_t from, std::size_t width)
      : rows_(rows), from_(from), to_(std::min(rows.size(), from + looked_into)), filled_(width) {
    for (std::size_t i = from_; i < to_; ++i) {
      for (const Cell& cell : rows_[i].cells) {
        if (cell.column < width && is_own(cell)) ++filled_[cell.column];
      }
    }
  }

  /// Whether every filled cell of the column is such, and at least half as many as `beside` has.
  template <class Is>
  [[nodiscard]] bool all(std::size_t column, std::size_t beside, Is is) const {
    const std::size_t least = beside < filled_.size() ? (filled_[beside] + 1) / 2 : 1;
    if (filled_[column] == 0 || filled_[column] < least) return false;
    for (std::size_t i = from_; i < to_; ++i) {
      const Cell* cell = cell_at(rows_[i], column);
      if (cell != nullptr && is_own(*cell) && !is_ditto(cell->text) && !is(one_line(cell->text))) {
        return false;
      }
    }
    return true;
  }

 private:
  static bool is_own(const Cell& cell) {
    return !cell.inherited && !cell.text.empty() && cell.columns == 1;
  }

  const std::vector<Row>& rows_;
  std::size_t from_;
  std::size_t to_;
  std::vector<std::size_t> filled_;
};

/// Notes the columns that are such; returns whether it is one alone.
bool note_holds(std::vector<HeaderCell>& cells, const std::vector<std::size_t>& found, Holds what) {
  for (const std::size_t i : found) {
    cells[i].holds = what;
    cells[i].is_one_of_many = found.size() > 1;
  }
  return !found.empty();
}

/// Whether the first column counts the rows: its first number is 1, I or A.
bool counts_rows(const Contents& contents, std::size_t title) {
  bool begun = false;
  bool right = true;
  const bool labels = contents.all(0, title, [&](std::string_view cell) {
    const auto label = parse_label(cell);
    if (label && !begun) {
      begun = true;
      const std::string& number = label->number;
      right = leading_int(number) == 1 || number == "I" || number == "A";
    }
    return label.has_value();
  });
  return labels && right;
}

}  // namespace

namespace {

/// Whether a cell names nothing but hours of a day: "8h00", "14:00 - 16:30", "Sáng".
bool is_hours(std::string_view cell) {
  bool any = false;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find_first_of(" -", at), cell.size());
    const std::string_view word = cell.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "–") continue;
    const std::string key = fold(word);
    const bool part = key == "sang" || key == "chieu" || key == "toi" || key == "den" ||
                      key == "tu" || key == "luc" || key == "gio" || key == "phut";
    const std::size_t sign = word.find_first_of("hHgG:");
    const bool clock = sign != word.npos && sign > 0 && sign <= 2 &&
                       word.find_first_not_of("0123456789hHgG:") == word.npos;
    const bool number = word.size() <= 2 && word.find_first_not_of("0123456789") == word.npos;
    if (!part && !clock && !number) return false;
    any = any || clock || key == "sang" || key == "chieu" || key == "gio";
  }
  return any;
}

}  // namespace

bool is_whole_time(std::string_view cell) {
  constexpr std::size_t longest = 120;
  if (cell.size() > longest || cell.find_first_not_of("0123456789") == cell.npos) return false;
  const TimeframeKind kind = parse_timeframe(cell).kind;
  return kind != TimeframeKind::unparsed && kind != TimeframeKind::unstated;
}

bool note_contents(const std::vector<Row>& rows, std::size_t from, const Layout& layout,
                   std::vector<HeaderCell>& cells) {
  const std::size_t width = cells.size();
  const Contents contents(rows, from, width);
  const std::size_t title = layout.find(Role::title);
  const auto find = [&](std::string_view role, auto is) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < width && i < layout.columns.size(); ++i) {
      const bool open = layout.columns[i].role == Role::extra && may_hold(cells[i], role);
      if (open && contents.all(i, title, is)) found.push_back(i);
    }
    return found;
  };
  bool any = false;
  if (!layout.has(Role::number) && width > 1 && !layout.columns.empty() &&
      layout.columns[0].role == Role::extra && !cells[0].told && counts_rows(contents, title)) {
    any = note_holds(cells, {0}, Holds::numbers);
  }
  if (layout.kind == TableKind::indicators) return any;
  for (std::size_t i = 0; i < width && i < layout.columns.size(); ++i) {
    if (layout.columns[i].role != Role::number && names_document(cells[i])) return any;
  }
  const bool timed =
      layout.has(Role::timeframe) || layout.has(Role::duration) || layout.has(Role::period);
  if (const std::size_t time = layout.find(Role::timeframe);
      time < width && !cells[time].told && contents.all(time, title, is_hours)) {
    const auto days = find("timeframe", is_whole_time);
    if (days.size() == 1) {  // "Ngày" beside "Thời gian": the hours are no limit
      cells[time].holds = Holds::hours;
      any = note_holds(cells, days, Holds::times);
    }
  }
  const auto is_day = [](std::string_view cell) { return is_whole_time(cell) && !is_hours(cell); };
  if (!timed) any = note_holds(cells, find("timeframe", is_day), Holds::times) || any;
  const AgencyRegister none;
  std::vector<Agency> met;
  const AgencyResolver agencies(none, met);
  std::vector<std::size_t> marked;
  std::vector<std::size_t> unnamed;
  for (std::size_t i = 0; i < width && i < layout.columns.size(); ++i) {
    if (!may_be_body(cells[i]) || layout.columns[i].role == Role::title) continue;
    if (layout.columns[i].role == Role::number) continue;
    if (!contents.all(i, Layout::none, [](std::string_view cell) { return is_table_mark(cell); }))
      continue;
    (agencies.is_agency(cells[i].own) ? marked : unnamed).push_back(i);
  }
  const bool roles = std::any_of(unnamed.begin(), unnamed.end(), [&](std::size_t i) {
    return contents.all(i, Layout::none,
                        [](std::string_view cell) { return mark_of(cell) != TableMark::sign; });
  });
  if (roles || marked.size() > 1) {  // "CT" and "PH" are what bodies have
    const auto signs = std::stable_partition(unnamed.begin(), unnamed.end(), [&](std::size_t i) {
      return contents.all(i, Layout::none,
                          [](std::string_view cell) { return mark_of(cell) != TableMark::sign; });
    });
    marked.insert(marked.end(), unnamed.begin(), signs);
    unnamed.erase(unnamed.begin(), signs);
  }
  if (marked.size() > 1) any = note_holds(cells, marked, Holds::marks);
  if (!layout.has(Role::lead) && unnamed.size() + marked.size() > 1) {
    any = note_holds(cells, unnamed, Holds::other_marks) || any;
  }
  if (!layout.has(Role::lead) && marked.size() < 2) {
    const auto named =
        find("lead", [&](std::string_view cell) { return agencies.is_agency(cell); });
    any = note_holds(cells, named, Holds::bodies) || any;
  }
  return any;
}

}  // namespace sauro::inline v0_1::detail
