#include "reading/stage_columns.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "data/input_headers.hpp"
#include "reading/input_cells.hpp"
#include "reading/input_words.hpp"
#include "reading/titled_grids.hpp"
#include "text/parts.hpp"
#include "text/trim.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t stages = 5;
constexpr std::size_t most_titles = 20;  // rows above a header

using StageColumns = std::array<std::optional<std::size_t>, stages>;

/// What words of a kind name, by their tone keys.
TextMap<std::string> words_named(std::string_view wanted) {
  TextMap<std::string> made;
  for (const auto& [kind, name, words] : data::input_headers) {
    if (kind != wanted) continue;
    for_each_part(words, '|', [&, named = name](std::string_view word) {
      made.emplace(tone_key(word), std::string(named));
    });
  }
  return made;
}

std::string key_of_header(const GridCell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? std::string() : tone_key(to_nfc(*text));
}

std::optional<std::size_t> stage_named(const TextMap<std::string>& words, const std::string& key) {
  const auto found = words.find(key);
  if (found == words.end()) return std::nullopt;
  const std::optional<Stage> stage = try_parse<Stage>(found->second);
  return stage ? std::optional(static_cast<std::size_t>(*stage)) : std::nullopt;
}

/// Which columns hold the values of stages, and what is said of them.
class StageTable {
 public:
  explicit StageTable(const std::vector<std::string>& headers, const InputOptions& options)
      : columns_(headers.size()) {
    static const auto values = words_named("stage");
    static const auto texts = words_named("stage evidence");
    static const auto beside = words_named("beside stages");
    for (std::size_t i = 0; i < headers.size(); ++i) {
      const std::string key = key_of_header(headers[i]);
      const auto& ignored = options.ignore;
      if (std::find(ignored.begin(), ignored.end(), headers[i]) != ignored.end()) {
        kept_.push_back(i);
      } else if (input_field(headers[i]) == InputField::value) {
        has_value_ = true;
      } else if (const auto stage = stage_named(values, key); stage && !values_[*stage]) {
        values_[*stage] = i;
      } else if (const auto told = stage_named(texts, key); told && !texts_[*told]) {
        texts_[*told] = i;
      } else if (input_field(headers[i]) == InputField::variable) {
        has_variable_ = true;
        kept_.push_back(i);
      } else if (beside.find(key) == beside.end()) {
        kept_.push_back(i);
      }
    }
  }

  /// How many columns are of stages; 0 for a table that isn't by variables.
  [[nodiscard]] std::size_t count() const {
    if (!has_variable_ || has_value_) return 0;
    return static_cast<std::size_t>(std::count_if(values_.begin(), values_.end(),
                                                  [](const auto& at) { return at.has_value(); }));
  }

  [[nodiscard]] bool has(std::size_t stage) const { return values_[stage].has_value(); }

  /// The kept columns, and value, evidence and stage behind them.
  Grid grid_of(const Grid& grid, std::size_t stage) {
    columns_.assign(grid.columns.size(), std::nullopt);
    Grid made{grid.name, {}, {}, {}};
    for (const std::size_t at : kept_) add(grid, at, grid.columns[at], made);
    add(grid, *values_[stage], "value", made);
    const bool told = texts_[stage].has_value();
    if (told) add(grid, *texts_[stage], "evidence", made);
    made.columns.emplace_back("stage");
    made.column_places.emplace_back("stage");
    for (const GridRow& row : grid.rows) made.rows.push_back(row_of(row, stage));
    return made;
  }

 private:
  void add(const Grid& grid, std::size_t at, std::string header, Grid& made) {
    columns_[at] = made.columns.size();
    made.columns.push_back(std::move(header));
    const bool lettered = at < grid.column_places.size();
    made.column_places.push_back(lettered ? grid.column_places[at] : grid.columns[at]);
    if (!grid.hidden_columns.empty()) made.hidden_columns.push_back(grid.hidden_columns[at]);
  }

  GridRow row_of(const GridRow& row, std::size_t stage) const {
    const auto cell = [&](std::size_t at) {
      return at < row.cells.size() ? row.cells[at] : GridCell();
    };
    GridRow made{row.place, {}, row.flaw};
    made.hidden = row.hidden;
    for (const std::size_t at : kept_) made.cells.push_back(cell(at));
    GridCell value = cell(*values_[stage]);
    const bool told = texts_[stage] && !is_blank(cell(*texts_[stage]));
    for (std::size_t before = stage; before-- > 0 && told && is_blank(value);) {
      if (values_[before]) value = cell(*values_[before]);
    }
    made.cells.push_back(std::move(value));
    if (texts_[stage]) made.cells.push_back(cell(*texts_[stage]));
    made.cells.emplace_back(std::string(enum_names(Stage{})[stage]));
    for (const CellFlaw& flaw : row.cell_flaws) {
      for (std::size_t at = flaw.column; at < flaw.column + flaw.columns; ++at) {
        if (at < columns_.size() && columns_[at]) {
          made.cell_flaws.push_back({*columns_[at], 1, flaw.what});
        }
      }
    }
    for (const std::size_t at : row.percents) {
      if (at < columns_.size() && columns_[at]) made.percents.push_back(*columns_[at]);
    }
    return made;
  }

  StageColumns values_ = {};
  StageColumns texts_ = {};
  std::vector<std::size_t> kept_;
  bool has_variable_ = false;
  bool has_value_ = false;
  std::vector<std::optional<std::size_t>> columns_;  ///< where each column stands in what is made
};

std::vector<std::string> texts_of(const std::vector<GridCell>& cells) {
  std::vector<std::string> made;
  for (const GridCell& cell : cells) {
    const auto* text = std::get_if<std::string>(&cell);
    made.push_back(text == nullptr ? std::string() : *text);
  }
  return made;
}

}  // namespace

std::vector<Grid> grids_by_stage(const Grid& grid, const InputOptions& options) {
  const auto below = below_titles(grid, [&](const std::vector<GridCell>& cells) {
    return StageTable(texts_of(cells), options).count();
  });
  const Grid& table = below ? *below : grid;
  StageTable columns(table.columns, options);
  std::vector<Grid> made;
  if (columns.count() == 0) return made;
  for (std::size_t stage = 0; stage < stages; ++stage) {
    if (columns.has(stage)) made.push_back(columns.grid_of(table, stage));
  }
  return made;
}

bool is_table_of_inputs(const Grid& grid, const Framework& framework, const InputOptions& options) {
  VariableNames names(framework);
  const auto says = [&](const std::vector<std::string>& headers) {
    bool units = false;
    bool values = false;
    bool listed = false;  // variables of a long table, which has a column of values too
    bool told = StageTable(headers, options).count() != 0;
    for (const std::string& header : headers) {
      std::string name(trim(header));
      for (const auto& [from, to] : options.rename) {
        if (to_nfc(trim(from)) == to_nfc(name)) name = to;
      }
      const std::optional<InputField> field = input_field(name);
      // a variable may be called "Đơn vị": then a row of explanations looks like headers
      units = units || (field == InputField::unit && names.find(name) == nullptr) ||
              (!name.empty() && to_nfc(name) == to_nfc(trim(options.unit_column)));
      listed = listed || field == InputField::variable;
      told = told || field == InputField::value;
      values = values || (!field && names.find(name) != nullptr);
    }
    return units && (values || (listed && told));
  };
  if (says(grid.columns)) return true;
  const std::size_t rows = std::min(grid.rows.size(), most_titles);
  return std::any_of(grid.rows.begin(), grid.rows.begin() + static_cast<std::ptrdiff_t>(rows),
                     [&](const GridRow& row) { return says(texts_of(row.cells)); });
}

}  // namespace sauro::inline v0_1::detail
