#include "reading/columns.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "sauro/text/fold.hpp"
#include "data/columns.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_header = 160;  // bytes of one header cell

/// Whether `pattern` stands in `key` as whole words, or is all of it where it begins with "=".
bool matches(std::string_view key, std::string_view pattern) {
  if (pattern.starts_with('=')) return key == pattern.substr(1);
  for (std::size_t at = key.find(pattern); at != std::string_view::npos;
       at = key.find(pattern, at + 1)) {
    const std::size_t end = at + pattern.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

/// Weight of each role of columns.json for one header.
using Weights = std::map<std::string_view, int>;

Weights weigh(std::string_view header) {
  const std::string key = fold(header);
  Weights weights;
  if (key.empty()) return weights;
  for (const auto& row : data::columns) {
    if (!matches(key, row[1])) continue;
    int& weight = weights[row[0]];
    weight = std::max(weight, leading_int(row[2]));
  }
  if (!year_in(header).empty()) weights["horizon"] = std::max(weights["horizon"], 8);
  for (const std::string_view role : {"product", "timeframe", "horizon"}) {
    const auto against = weights.find("not_" + std::string(role));
    if (against != weights.end() && weights[role] < against->second) weights.erase(role);
  }
  return weights;
}

class Header {
 public:
  explicit Header(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) weights_.push_back(weigh(text));
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
  std::vector<Weights> weights_;
  std::map<std::size_t, bool> taken_;
};

void set(Layout& layout, Header& header, std::string_view role_name, Role role, int least = 1) {
  if (const auto column = header.take(role_name, least)) layout.columns[*column].role = role;
}

/// A row of column numbers under the header: "(1) | (2) | (3)" or "1 | 2 | 3".
bool numbers_columns(const Row& row) {
  int expected = 0;
  int filled = 0;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    const auto label = parse_label(cell.text);
    if (!label || cell.text.size() > 5) return false;
    ++filled;
    if (label->kind != LabelKind::arabic) continue;  // "(A) | (B) | 1 | 2"
    if (leading_int(label->number) <= expected) return false;
    expected = leading_int(label->number);
  }
  return filled >= 3 && expected >= 2 && static_cast<std::size_t>(filled) * 2 > row.cells.size();
}

bool is_short(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.text.size() <= longest_header; });
}

std::vector<std::string> texts_of(const Row& row, std::size_t width) {
  std::vector<std::string> texts(width);
  for (const Cell& cell : row.cells) {
    for (std::size_t i = cell.column; i < std::min<std::size_t>(width, cell.column + cell.columns);
         ++i) {
      texts[i] = one_line(cell.text);
    }
  }
  return texts;
}

/// Texts of two header rows as one: a group over several columns, then what each of them says.
std::vector<std::string> joined(const std::vector<std::string>& upper,
                                const std::vector<std::string>& lower, bool text_table) {
  std::vector<std::string> texts = upper;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (lower[i].empty() || lower[i] == upper[i]) continue;
    if (text_table && texts[i].empty() && i > 0) texts[i] = upper[i - 1];
    texts[i] += texts[i].empty() ? lower[i] : " " + lower[i];
  }
  return texts;
}

Layout as_tasks(const std::vector<std::string>& texts, Header header) {
  Layout layout;
  layout.columns.resize(texts.size());
  set(layout, header, "number", Role::number);
  const bool strong = header.best("title", 6).has_value();
  set(layout, header, strong ? "title" : "weak_title", Role::title);
  set(layout, header, "timeframe", Role::timeframe);
  if (const auto lead = header.only_lead()) {  // "Cơ quan chủ trì, phối hợp" in one column
    layout.columns[*lead].role = Role::lead;
    header.take(*lead);
  }
  set(layout, header, "coordinator", Role::coordinator);
  if (!layout.has(Role::lead)) set(layout, header, "lead", Role::lead);
  set(layout, header, "product", Role::product);
  set(layout, header, "area", Role::area);
  const int support = (layout.has(Role::lead) ? 1 : 0) + (layout.has(Role::coordinator) ? 1 : 0) +
                      (layout.has(Role::timeframe) ? 1 : 0) + (layout.has(Role::product) ? 1 : 0);
  const bool enough = strong ? support >= 1 : layout.has(Role::lead) && support >= 2;
  if (layout.has(Role::title) && enough) layout.kind = TableKind::tasks;
  return layout;
}

Layout as_indicators(const std::vector<std::string>& texts, Header header) {
  Layout layout;
  layout.columns.resize(texts.size());
  set(layout, header, "number", Role::number);
  const auto name = header.best("indicator");
  if (name) {
    set(layout, header, "indicator", Role::title);
  } else if (header.best("unit") && !header.best("budget")) {
    set(layout, header, "weak_title", Role::title);
  }
  set(layout, header, "unit", Role::unit);
  set(layout, header, "owner", Role::owner, 7);
  bool horizons = false;
  bool years = false;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool is_horizon = !header.is_taken(i) && header.weight(i, "horizon") > 0 &&
                            header.weight(i, "coordinator") == 0;
    if (!is_horizon) continue;
    layout.columns[i].role = Role::horizon;
    layout.columns[i].horizon = year_in(texts[i]);
    horizons = true;
    years = years || !layout.columns[i].horizon.empty();
  }
  const bool enough =
      name ? (horizons || layout.has(Role::unit)) : (years && layout.has(Role::unit));
  if (layout.has(Role::title) && enough) layout.kind = TableKind::indicators;
  return layout;
}

Layout classify(const std::vector<std::string>& texts) {
  const std::size_t filled = static_cast<std::size_t>(
      std::count_if(texts.begin(), texts.end(), [](const std::string& t) { return !t.empty(); }));
  if (filled < 2) return {};
  const Header header(texts);
  const bool names_tasks = header.best("title", 6).has_value();
  Layout layout = as_tasks(texts, header);
  if (layout.kind == TableKind::tasks && !names_tasks && header.best("indicator", 9) &&
      header.weight(*header.best("indicator", 9), "weak_title") > 0) {
    layout.kind = TableKind::other;  // "Nội dung chỉ tiêu"
  }
  if (layout.kind != TableKind::tasks) layout = as_indicators(texts, header);
  for (std::size_t i = 0; i < texts.size() && i < layout.columns.size(); ++i) {
    layout.columns[i].name = texts[i];
  }
  return layout;
}

}  // namespace

std::size_t Layout::find(Role role) const noexcept {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.role == role; });
  return found == columns.end() ? none : static_cast<std::size_t>(found - columns.begin());
}

Layout recognise(const std::vector<Row>& rows, std::size_t from) {
  const Row& first = rows[from];
  if (!is_short(first)) return {};
  std::size_t width = first.width();
  const bool two = from + 1 < rows.size() && is_short(rows[from + 1]);
  if (two) width = std::max(width, rows[from + 1].width());
  const std::vector<std::string> upper = texts_of(first, width);
  Layout layout = classify(upper);
  std::size_t rows_used = 1;
  if (two) {
    const Row& next = rows[from + 1];
    const Cell* number = cell_at(next, 0);
    const bool open = number == nullptr || number->text.empty() || number->inherited;
    const auto own = std::count_if(next.cells.begin(), next.cells.end(), [](const Cell& cell) {
      return !cell.text.empty() && !cell.inherited;
    });
    const bool text_table = first.cells.size() == width;
    const std::vector<std::string> both = joined(upper, texts_of(next, width), text_table);
    Layout combined = open && own >= 2 ? classify(both) : Layout{};
    const auto known = [](const Layout& l) {
      return std::count_if(l.columns.begin(), l.columns.end(),
                           [](const Column& c) { return c.role != Role::extra; });
    };
    if (combined.kind != TableKind::other && known(combined) > known(layout)) {
      layout = std::move(combined);
      rows_used = 2;
    }
  }
  layout.header_rows = rows_used;
  const bool numbered = layout.kind != TableKind::other && from + rows_used < rows.size() &&
                        numbers_columns(rows[from + rows_used]);
  layout.header_rows += static_cast<std::size_t>(numbered);
  return layout;
}

std::string year_in(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view four = text.substr(at, 4);
    const bool digits = four.find_first_not_of("0123456789") == std::string_view::npos;
    const bool alone =
        (at == 0 || !is_digit(static_cast<unsigned char>(text[at - 1]))) &&
        (at + 4 == text.size() || !is_digit(static_cast<unsigned char>(text[at + 4])));
    if (digits && alone && leading_int(four) >= 1900 && leading_int(four) < 2200)
      return std::string(four);
  }
  return "";
}

const Cell* cell_at(const Row& row, std::size_t column) noexcept {
  const auto found = std::find_if(row.cells.begin(), row.cells.end(),
                                  [&](const Cell& cell) { return cell.column == column; });
  return found == row.cells.end() ? nullptr : &*found;
}

}  // namespace sauro::inline v0_1::detail
