#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/header_rows.hpp"
#include "reading/source.hpp"
#include "reading/told.hpp"

/// What the columns of a table mean, told from their headers (src/data/columns.json).
namespace sauro::inline v0_1::detail {

enum class Role : std::uint8_t {
  extra,
  number,
  title,
  area,
  product,
  lead,
  coordinator,
  timeframe,
  start,
  duration,  ///< how many days a task takes
  period,    ///< a quarter or month in which a mark says when
  body,      ///< a body for which a mark says that it leads or helps
  unit,
  owner,
  baseline,
  horizon
};

enum class TableKind : std::uint8_t { other, tasks, indicators };

struct Column {
  Role role = Role::extra;
  std::string name;     ///< the header, on one line
  std::string horizon;  ///< of a horizon its year, of a period or body its name; else empty
  Holds guess = Holds::unknown;   ///< what the cells alone show, and the name doesn't say
  std::optional<Role> part = {};  ///< of a body what the group above it says: lead or coordinator
};

struct Layout {
  TableKind kind = TableKind::other;
  std::vector<Column> columns;
  std::size_t header_rows = 0;

  /// What find gives where there is no such column; no row has a cell there.
  static constexpr std::size_t none = SIZE_MAX;

  /// Index of the column with this role, or none.
  [[nodiscard]] std::size_t find(Role role) const noexcept;
  [[nodiscard]] bool has(Role role) const noexcept { return find(role) != none; }
};

/// The layout that the cells of a header give; kind `other` where it is no known header.
[[nodiscard]] Layout layout_of(const std::vector<HeaderCell>& cells);

/// Whether a header leaves it open that its column holds what this role of columns.json needs.
[[nodiscard]] bool may_hold(const HeaderCell& cell, std::string_view role);

/// Whether a header is one of a list of documents: "Số hiệu", "Cơ quan ban hành".
[[nodiscard]] bool names_document(const HeaderCell& cell);

/// Whether a header says nothing that columns of tables of tasks or indicators are called.
[[nodiscard]] bool may_be_body(const HeaderCell& cell);

/// Whether any of the cells names a task, a lead or a time, as the header of a list of tasks does.
[[nodiscard]] bool suggests_tasks(const std::vector<HeaderCell>& cells);

/// The layout that a header at rows[from] gives; kind `other` where there is no known header.
/// What `told` says of a column wins.
[[nodiscard]] Layout recognise(const std::vector<Row>& rows, std::size_t from, const Told& told);

/// The first year 1900-2199 in `text`, or empty.
[[nodiscard]] std::string year_in(std::string_view text);

/// Text of the cell that covers `column`; empty where none begins there.
[[nodiscard]] const Cell* cell_at(const Row& row, std::size_t column) noexcept;

}  // namespace sauro::inline v0_1::detail
