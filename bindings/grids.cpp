#include <cmath>

#include "casters.hpp"

namespace sauro::python {
namespace {

constexpr double exact_integers = 9007199254740992.0;  // beyond 2^53 doubles skip some

/// Whether it is None, pandas' NA or NaT.
bool is_missing(const py::handle& value) {
  if (value.is_none()) return true;
  const std::string type = py::type::handle_of(value).attr("__name__").cast<std::string>();
  return type == "NAType" || type == "NaTType";
}

GridCell number_cell(double number) { return std::isnan(number) ? GridCell() : GridCell(number); }

/// A day of any class that has one; years before those of Date stay texts.
GridCell day_cell(const py::handle& value) {
  const std::string iso = value.attr("isoformat")().cast<std::string>().substr(0, 10);
  if (const auto day = try_parse_day(iso)) return *day;
  return iso;
}

/// What a program gives for a cell: Python's own types, NumPy's and pandas'; the usual ones first.
GridCell cell_of(const py::handle& value) {
  if (PyUnicode_Check(value.ptr()) != 0) return value.cast<std::string>();
  if (PyFloat_Check(value.ptr()) != 0) return number_cell(PyFloat_AS_DOUBLE(value.ptr()));
  if (PyBool_Check(value.ptr()) != 0) return value.cast<bool>();
  if (PyLong_Check(value.ptr()) != 0) {
    const double number = PyLong_AsDouble(value.ptr());
    const bool is_too_large = PyErr_Occurred() != nullptr;
    if (is_too_large) PyErr_Clear();
    if (!is_too_large && std::abs(number) < exact_integers) return number;
    return py::str(value).cast<std::string>();
  }
  if (is_missing(value)) return {};
  if (py::hasattr(value, "isoformat") && py::hasattr(value, "year")) return day_cell(value);
  if (py::hasattr(value, "item") && py::hasattr(value, "dtype")) {
    const bool moment = value.attr("dtype").attr("kind").cast<std::string>() == "M";
    const py::object plain =
        moment ? value.attr("astype")("datetime64[D]").attr("item")() : value.attr("item")();
    return cell_of(plain);
  }
  return py::str(value).cast<std::string>();
}

using RowParts = std::tuple<std::string, py::iterable, std::pair<std::string, std::string>>;

Grid grid_of(std::string name, std::vector<std::string> columns, const py::iterable& rows,
             std::vector<std::string> column_places) {
  Grid grid{std::move(name), std::move(columns), std::move(column_places), {}};
  for (const py::handle row : rows) {
    const auto [place, cells, flaw] = row.cast<RowParts>();
    GridRow made{place, {}, {flaw.first, flaw.second}};
    for (const py::handle cell : cells) made.cells.push_back(cell_of(cell));
    grid.rows.push_back(std::move(made));
  }
  return grid;
}

/// A grid of lists of one length, a list a column; rows are counted from 1.
Grid grid_of_columns(std::vector<std::string> names, const std::vector<py::sequence>& columns) {
  Grid grid{{}, std::move(names), {}, {}};
  const std::size_t size = columns.empty() ? 0 : columns.front().size();
  for (std::size_t row = 0; row < size; ++row) {
    grid.rows.push_back({"row " + std::to_string(row + 1), {}, {}});
    grid.rows.back().cells.reserve(columns.size());
  }
  for (const py::sequence& column : columns) {
    if (column.size() != size) throw py::value_error("columns of a grid have one length");
    std::size_t row = 0;
    for (const py::handle value : column) grid.rows[row++].cells.push_back(cell_of(value));
  }
  return grid;
}

py::object to_object(const GridCell& cell) {
  return std::visit(
      [](const auto& value) -> py::object {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
          return py::none();
        } else {
          return py::cast(value);
        }
      },
      cell);
}

/// (place, cells, (flaw, flaw in English)) of each row.
py::list rows_of(const Grid& grid) {
  py::list rows;
  for (const GridRow& row : grid.rows) {
    py::list cells;
    for (const GridCell& cell : row.cells) cells.append(to_object(cell));
    rows.append(py::make_tuple(row.place, cells, py::make_tuple(row.flaw.vi, row.flaw.en)));
  }
  return rows;
}

/// Numbers of cells, NaN for those that can't be read, and (row, (why, why in English)) of these.
py::tuple values_of(const Framework& framework, const std::string& name,
                    const py::iterable& cells) {
  const Variable* variable = framework.variable(name);
  if (variable == nullptr) {
    const Bilingual absent{"bộ chỉ số không có biến này", "no such variable"};
    throw NotFoundError(ErrorCode::not_found, name, absent);
  }
  std::vector<double> numbers;
  py::list wrong;
  for (const py::handle cell : cells) {
    try {
      numbers.push_back(value_in(cell_of(cell), *variable));
    } catch (const Error& why) {
      wrong.append(py::make_tuple(numbers.size(), py::make_tuple(why.message(), why.message_en())));
      numbers.push_back(std::nan(""));
    }
  }
  return py::make_tuple(numbers, wrong);
}

}  // namespace

void register_grids(py::module_& module) {
  py::class_<Grid>(module, "Grid", "Rows of cells and where they stand.")
      .def(py::init(&grid_of), py::arg("name"), py::arg("columns"), py::arg("rows"),
           py::arg("column_places") = std::vector<std::string>{})
      .def_static("of_columns", &grid_of_columns, py::arg("names"), py::arg("columns"))
      .def_readonly("name", &Grid::name)
      .def_readonly("columns", &Grid::columns)
      .def("rows", &rows_of);
  module.def(
      "read_csv",
      [](const std::filesystem::path& path) {
        const Unlocked unlocked;
        return read_csv(path);
      },
      py::arg("path"));
  module.def(
      "read_grid",
      [](const std::filesystem::path& path, const std::string& sheet, std::size_t most_cells) {
        CsvOptions options;
        options.limits.cells = most_cells;
        const Unlocked unlocked;
        return read_grid(path, options, sheet);
      },
      py::arg("path"), py::arg("sheet"), py::arg("most_cells"));
  module.def(
      "log_rows",
      [](const Grid& grid) {
        py::list rows;
        for (const LogRow& row : log_rows(grid)) {
          py::dict filled;
          for (const auto& [field, cell] : row.filled) filled[py::str(field)] = to_object(cell);
          rows.append(py::make_tuple(row.place, row.task, row.title, row.occurrence, filled));
        }
        return rows;
      },
      py::arg("grid"));
  module.def("values_in", &values_of, py::arg("framework"), py::arg("variable"), py::arg("cells"));
  module.def("try_parse_day", &try_parse_day, py::arg("text"));
  module.def("to_csv", &to_csv, py::arg("table"), CallUnlocked());
  module.def("to_json_lines", &to_json_lines, py::arg("table"), CallUnlocked());
  module.def(
      "table_text",
      [](const Table& table, std::size_t width) {
        PrintOptions options;
        options.width = width;
        return to_text(table, options);
      },
      py::arg("table"), py::arg("width"));
}

}  // namespace sauro::python
