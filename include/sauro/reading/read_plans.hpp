#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/on_problem.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/reading/read_plan.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// A plan and the file that it stands in.
struct NamedPlan {
  std::string name = {};  ///< of the file as seen from the folder: "2026/ke-hoach.docx"
  Plan plan = {};
};

/// The plans of a folder.
struct Plans {
  std::vector<NamedPlan> plans = {};
  std::vector<Problem> problems = {};  ///< why other files weren't read; each begins with the name
};

struct FolderOptions {
  ReadOptions read = {};  ///< how each file is read
  bool subfolders = false;
  OnProblem on_problem = OnProblem::raise;
};

/// The files of a folder that may hold plans, in the order of their names.
///
/// Left aside are hidden files, those by which an office program marks that a document is open
/// ("~$ke-hoach.docx") and JSON, which holds what was read or corrected and no document. Links to
/// folders aren't followed. Throws NotFoundError where there is no such folder.
[[nodiscard]] SAURO_API std::vector<std::filesystem::path> plan_files(
    const std::filesystem::path& folder, bool subfolders = false);

/// The plans in the files of a folder.
///
/// A file that can't be read, or holds no plan, is a problem: an error that names all of them, or
/// `problems` with OnProblem::keep.
[[nodiscard]] SAURO_API Plans read_plans(const std::filesystem::path& folder,
                                         const FolderOptions& options = {});

/// Throws ParseError(empty_input) at `where` for a document that holds no plan.
SAURO_API void require_plan(const Plan& plan, std::string_view where);

/// The tasks of all plans, each with the name of its file: `table_of(plans, names)`.
[[nodiscard]] SAURO_API Table table_of(const Plans& plans);

}  // namespace sauro::inline v0_1
