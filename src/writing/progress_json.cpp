#include "sauro/writing/progress_json.hpp"

#include <unordered_map>

#include "sauro/core/error.hpp"
#include "text/view_hash.hpp"
#include "writing/json_fields.hpp"
#include "writing/problem_json.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonIn;

constexpr std::string_view progress_schema = "sauro/progress/1";

/// Members of objects as cells; names become columns in the order of their first use.
class RowsOfObjects {
 public:
  explicit RowsOfObjects(Grid& grid) : grid_(grid) {}

  void add(const JsonIn& object) {
    GridRow row{entry_name(), {}, {}};
    object.each([&](const JsonIn& value) {
      const std::size_t column = column_of(std::string(value.key()));
      if (row.cells.size() <= column) row.cells.resize(column + 1);
      if (value.is_list() || value.is_object()) {
        row.flaw = {"“" + std::string(value.key()) + "” là một nhóm giá trị",
                    "\"" + std::string(value.key()) + "\" holds several values"};
      }
      row.cells[column] = cell_of(value);
    });
    grid_.rows.push_back(std::move(row));
  }

 private:
  static constexpr std::size_t most_names = 100;  ///< each is a column of all rows

  [[nodiscard]] std::string entry_name() const {
    return "entry " + std::to_string(grid_.rows.size() + 1);
  }

  std::size_t column_of(const std::string& name) {
    const auto [found, fresh] = places_.try_emplace(name, grid_.columns.size());
    if (!fresh) return found->second;
    if (places_.size() > most_names) {
      const std::string most = std::to_string(most_names);
      throw ValidationError(
          ErrorCode::invalid_progress, entry_name(),
          Bilingual{"nhật ký có hơn " + most + " tên trường khác nhau; bỏ những trường không dùng",
                    "the log has more than " + most +
                        " different members; leave out those that no log has"});
    }
    grid_.columns.push_back(name);
    return found->second;
  }

  static GridCell cell_of(const JsonIn& value) {
    if (value.is_text()) return std::string(value.text());
    if (value.is_number()) return value.number();
    if (value.is_boolean()) return value.truth();
    return {};
  }

  Grid& grid_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

std::string to_json(const Progress& progress, int indent) {
  return detail::json_of(progress, indent, progress_schema);
}

Progress progress_from_json(std::string_view json, const ProgressOptions& options) {
  detail::JsonDocument document(json);
  const JsonIn root = document.root();
  const auto entries = root.is_list() ? std::optional(root) : root.find("entries");
  document.refuse_problems();
  bool is_log = entries && entries->is_list();
  Grid grid;
  grid.name = options.csv.name;
  RowsOfObjects rows(grid);
  if (is_log) {
    entries->each([&](const JsonIn& one) {
      is_log = is_log && one.is_object();
      if (is_log) rows.add(one);
    });
  }
  if (is_log) return read_progress(grid, options);
  throw ValidationError(
      ErrorCode::invalid_progress, grid.name.empty() ? "progress" : grid.name,
      Bilingual{"cần một danh sách đối tượng, hoặc {\"schema\": \"sauro/progress/1\", \"entries\": "
                "[...]}",
                "expected a list of objects, or {\"schema\": \"sauro/progress/1\", \"entries\": "
                "[...]}"});
}

}  // namespace sauro::inline v0_1
