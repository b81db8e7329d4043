#include "reading/columns.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/column_contents.hpp"
#include "reading/header_weights.hpp"
#include "reading/labels.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// More than any header of the list weighs.
constexpr int settled = 100;

class Header {
 public:
  explicit Header(const std::vector<HeaderCell>& cells) {
    for (const HeaderCell& cell : cells) {
      if (cell.told) {
        weights_.push_back({{to_string(*cell.told), settled}});
        continue;
      }
      Weights weights = weigh(cell.text);
      if (cell.own != cell.text) {  // "Nhiệm vụ" over "TT" and "Chi tiết"
        for (const auto& [role, weight] : weigh(cell.own)) {
          weights[role] = std::max(weights[role], weight);
        }
      }
      if (cell.holds_codes) weights.erase("title");
      add_contents(cell, weights);
      weights_.push_back(std::move(weights));
    }
  }

  [[nodiscard]] int weight(std::size_t column, std::string_view role) const {
    const auto found = weights_[column].find(role);
    const auto other = weights_[column].find("other");
    if (found == weights_[column].end()) return 0;
    return other != weights_[column].end() && other->second > found->second ? 0 : found->second;
  }

  /// The column that suits `role` best among the free ones; at least `least`.
  [[nodiscard]] std::optional<std::size_t> best(std::string_view role, int least = 1) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      if (taken_.contains(i) || weight(i, role) < least) continue;
      if (!found || weight(i, role) > weight(*found, role)) found = i;
    }
    return found;
  }

  std::optional<std::size_t> take(std::string_view role, int least = 1) {
    const auto found = best(role, least);
    if (found) taken_.emplace(*found, true);
    return found;
  }

  void take(std::size_t column) { taken_.emplace(column, true); }
  [[nodiscard]] bool is_taken(std::size_t column) const { return taken_.contains(column); }

  /// The column that says who leads, where no other one does.
  [[nodiscard]] std::optional<std::size_t> only_lead() const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      if (is_taken(i) || weight(i, "lead") < 8) continue;
      if (found) return std::nullopt;
      found = i;
    }
    return found;
  }

 private:
  /// What its cells show decides where nothing else does.
  static void add_contents(const HeaderCell& cell, Weights& weights) {
    if (cell.holds == Holds::marks) weights.clear();
    if (cell.holds == Holds::hours) weights.erase("timeframe");
    if (cell.is_one_of_many) return;
    const std::string_view role = cell.holds == Holds::numbers  ? "number"
                                  : cell.holds == Holds::times  ? "timeframe"
                                  : cell.holds == Holds::bodies ? "lead"
                                                                : "";
    if (!role.empty()) weights[role] = std::max(weights[role], 1);
  }

  std::vector<Weights> weights_;
  std::map<std::size_t, bool> taken_;
};

void set(Layout& layout, Header& header, std::string_view role_name, Role role, int least = 1) {
  if (const auto column = header.take(role_name, least)) layout.columns[*column].role = role;
}

/// The columns that say when a task is to be done, or how many days it takes, and when it begins.
void set_times(Layout& layout, Header& header) {
  const auto start = header.best("start");
  if (start) header.take(*start);
  const auto due = header.take("timeframe");
  if (due) layout.columns[*due].role = Role::timeframe;
  const auto days = due ? std::nullopt : header.take("duration");
  if (days) layout.columns[*days].role = Role::duration;
  if (start) layout.columns[*start].role = due || days ? Role::start : Role::timeframe;
}

/// Columns of quarters or months, in which a mark says when: at least two of them.
void set_periods(Layout& layout, Header& header, const std::vector<HeaderCell>& cells) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!header.is_taken(i) && !period_in(cells[i]).empty()) found.push_back(i);
  }
  if (found.size() < 2) return;
  for (const std::size_t i : found) {
    layout.columns[i].role = Role::period;
    layout.columns[i].horizon = period_in(cells[i]);
    header.take(i);
  }
}

/// Columns named by bodies, in which marks say who does it.
void set_bodies(Layout& layout, Header& header, const std::vector<HeaderCell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].holds != Holds::marks) continue;
    Column& column = layout.columns[i];
    column.role = Role::body;
    column.horizon = cells[i].own;
    const Weights group =
        weigh(cells[i].text.substr(0, cells[i].text.size() - cells[i].own.size()));
    if (group.contains("lead") != group.contains("coordinator")) {
      column.part = group.contains("lead") ? Role::lead : Role::coordinator;
    }
    header.take(i);
  }
}

/// What is to be done: the strongest name; where none is left the product, or the group.
bool set_title(Layout& layout, Header& header) {
  if (header.best("title", 6)) {
    set(layout, header, "title", Role::title);
    return true;
  }
  const bool weak = header.best("weak_title").has_value();
  const auto group = header.best("area", 9);
  set(layout, header, weak ? "weak_title" : group ? "area" : "deliverable", Role::title);
  return !weak && layout.has(Role::title);
}

Layout as_tasks(const std::vector<HeaderCell>& cells, Header header) {
  Layout layout;
  layout.columns.resize(cells.size());
  set(layout, header, header.best("number") ? "number" : "code", Role::number);
  set_bodies(layout, header, cells);
  const bool strong = set_title(layout, header);
  set_periods(layout, header, cells);
  set_times(layout, header);
  if (const auto lead = header.only_lead()) {  // "Cơ quan chủ trì, phối hợp" in one column
    layout.columns[*lead].role = Role::lead;
    header.take(*lead);
  }
  set(layout, header, "coordinator", Role::coordinator);
  if (!layout.has(Role::lead)) set(layout, header, "lead", Role::lead);
  set(layout, header, "product", Role::product);
  set(layout, header, "area", Role::area);
  const bool timed =
      layout.has(Role::timeframe) || layout.has(Role::duration) || layout.has(Role::period);
  const bool led = layout.has(Role::lead) || layout.has(Role::body);
  const int support = (led ? 1 : 0) + (layout.has(Role::coordinator) ? 1 : 0) + (timed ? 1 : 0) +
                      (layout.has(Role::product) ? 1 : 0);
  const bool enough = strong ? support >= 1 : led && support >= 2;
  if (layout.has(Role::title) && enough) layout.kind = TableKind::tasks;
  return layout;
}

Layout as_indicators(const std::vector<HeaderCell>& cells, Header header) {
  Layout layout;
  layout.columns.resize(cells.size());
  set(layout, header, "number", Role::number);
  const auto name = header.best("indicator");
  if (name) {
    set(layout, header, "indicator", Role::title);
  } else if (header.best("unit") && !header.best("budget")) {
    set(layout, header, "weak_title", Role::title);
  }
  set(layout, header, "unit", Role::unit);
  set(layout, header, "owner", Role::owner, 7);
  set(layout, header, "baseline", Role::baseline);
  bool horizons = false;
  bool years = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool is_horizon = !header.is_taken(i) && header.weight(i, "horizon") > 0 &&
                            header.weight(i, "coordinator") == 0;
    if (!is_horizon) continue;
    layout.columns[i].role = Role::horizon;
    layout.columns[i].horizon = year_in(cells[i].own);
    if (layout.columns[i].horizon.empty()) layout.columns[i].horizon = year_in(cells[i].text);
    horizons = true;
    years = years || !layout.columns[i].horizon.empty();
  }
  const bool enough =
      name ? (horizons || layout.has(Role::unit)) : (years && layout.has(Role::unit));
  if (layout.has(Role::title) && enough) layout.kind = TableKind::indicators;
  return layout;
}

/// Whether the words of a header don't say what its cells show: "Lịch" over days does.
bool is_guess(const HeaderCell& cell) {
  if (cell.holds == Holds::other_marks) return true;
  const bool times = cell.holds == Holds::times;
  if (!times && cell.holds != Holds::bodies) return false;
  const Weights weights = weigh(cell.text);
  return times ? !weights.contains("maybe_timeframe") && !weights.contains("timeframe")
               : !weights.contains("maybe_lead");
}

/// Whether what stands below could tell more of a table that may list tasks.
bool may_list(const Layout& layout, const std::vector<HeaderCell>& cells) {
  if (layout.kind == TableKind::indicators) return !layout.has(Role::number);
  if (layout.kind == TableKind::other) {
    constexpr std::size_t least = 3;  // columns
    const Header header(cells);
    return cells.size() >= least && (header.best("title", 6) || header.best("weak_title"));
  }
  const bool timed =
      layout.has(Role::timeframe) || layout.has(Role::duration) || layout.has(Role::period);
  const auto unknown = std::count_if(cells.begin(), cells.end(), may_be_body);
  const auto times = std::count_if(cells.begin(), cells.end(), [](const HeaderCell& cell) {
    const Weights weights = weigh(cell.text);
    return weights.contains("timeframe") || weights.contains("maybe_timeframe");
  });
  if (times > 1) return true;  // the days and the hours of a calendar
  return !timed || !layout.has(Role::lead) || !layout.has(Role::number) || unknown > 1;
}

}  // namespace

Layout layout_of(const std::vector<HeaderCell>& cells) {
  const std::size_t filled = static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const auto& one) { return !one.text.empty(); }));
  if (filled < 2) return {};
  const Header header(cells);
  const bool names_tasks = header.best("title", 6).has_value();
  Layout layout = as_tasks(cells, header);
  if (layout.kind == TableKind::tasks && !names_tasks && header.best("indicator", 9) &&
      header.weight(*header.best("indicator", 9), "weak_title") > 0) {
    layout.kind = TableKind::other;  // "Nội dung chỉ tiêu"
  }
  if (layout.kind != TableKind::tasks) layout = as_indicators(cells, header);
  for (std::size_t i = 0; i < cells.size() && i < layout.columns.size(); ++i) {
    layout.columns[i].name = cells[i].text;
    if (is_guess(cells[i])) layout.columns[i].guess = cells[i].holds;
  }
  return layout;
}

bool may_hold(const HeaderCell& cell, std::string_view role) {
  const Weights weights = weigh(cell.text);
  return !cell.told && !weights.contains("other") &&
         !weights.contains("not_" + std::string(role)) && !weights.contains("start");
}

bool names_document(const HeaderCell& cell) { return weigh(cell.text).contains("document"); }

bool may_be_body(const HeaderCell& cell) {
  return !cell.told && !cell.own.empty() && weigh(cell.own).empty();
}

bool suggests_tasks(const std::vector<HeaderCell>& cells) {
  const Header header(cells);
  return header.best("title", 6) || header.best("lead", 8) || header.best("timeframe", 8);
}

std::size_t Layout::find(Role role) const noexcept {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.role == role; });
  return found == columns.end() ? none : static_cast<std::size_t>(found - columns.begin());
}

Layout recognise(const std::vector<Row>& rows, std::size_t from, const Told& told) {
  HeaderRows header = header_rows(rows, from);
  for (HeaderCell& cell : header.cells) {
    cell.told = told.column(cell.text);
    if (!cell.told) cell.told = told.column(cell.own);
  }
  Layout layout = header.count == 0 ? Layout{} : layout_of(header.cells);
  // what stands below is looked over where that can change the layout
  if (layout.kind != TableKind::other && note_codes(rows, from + header.count, header.cells)) {
    layout = layout_of(header.cells);
  }
  if (header.count != 0 && may_list(layout, header.cells) &&
      note_contents(rows, from + header.count, layout, header.cells)) {
    layout = layout_of(header.cells);
  }
  layout.header_rows = header.count;
  return layout;
}

const Cell* cell_at(const Row& row, std::size_t column) noexcept {
  const auto found = std::find_if(row.cells.begin(), row.cells.end(),
                                  [&](const Cell& cell) { return cell.column == column; });
  return found == row.cells.end() ? nullptr : &*found;
}

}  // namespace sauro::inline v0_1::detail
