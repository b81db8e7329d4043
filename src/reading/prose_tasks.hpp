#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "reading/context.hpp"
#include "reading/narrative.hpp"
#include "reading/prose_outline.hpp"
#include "reading/units.hpp"

namespace sauro::inline v0_1::detail {

/// The tasks that stand in the text of a plan, as items with labels or closing brackets.
class ProseTasks {
 public:
  ProseTasks(Context& context, const std::vector<Unit>& units) : context_(context), units_(units) {}

  /// Looks for tasks in units [from, to).
  void look(std::size_t from, std::size_t to);

  /// Whether a unit belongs to a task; writes the task, and its area into `annex`, where it begins.
  bool take(std::size_t unit, const Narrative& narrative, Annex& annex);

  [[nodiscard]] bool any() const noexcept { return any_; }

 private:
  void leave_rows_of_tables();
  void own(std::size_t place);
  void own_parts(std::size_t place, std::size_t task);
  void write(std::size_t place, const Narrative& narrative, Annex& annex);
  void place_task(const ProseNode& node, const Narrative& narrative, Annex& annex, Task& task);
  struct Own {
    bool has_owner = false;
    std::string limit;
  };

  [[nodiscard]] Own own_of(std::string_view title);
  void fill(const ProseNode& node, Task& task);
  void take_field(const ProseField& field, Task& task);
  void take_owner(Task& task);
  void take_bodies(const ProseField& field, Task& task);
  void add_points(const ProseNode& node, Task& task);
  void count(const ProseNode& node, std::string_view title);
  [[nodiscard]] std::size_t visible(std::size_t unit) const;

  Context& context_;
  const std::vector<Unit>& units_;
  ProseOutline outline_;
  std::size_t from_ = 0;
  std::vector<std::size_t> owners_;          ///< by unit: place of its task; 0 for none
  std::vector<std::string> ids_;             ///< by node
  std::unordered_set<std::string> in_rows_;  ///< folded texts of the tables' cells
  std::unordered_set<std::string> areas_;    ///< numbers of the annex's areas
  std::size_t areas_seen_ = 0;               ///< how many of them are in there
  bool any_ = false;
};

}  // namespace sauro::inline v0_1::detail
