#include "sauro/reading/read_plans.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/plan/tables.hpp"
#include "core/say.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_folder(const fs::path& folder, const Bilingual& why) {
  throw NotFoundError(ErrorCode::file_not_found, folder.string(), why);
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$");
}

bool is_document(const fs::directory_entry& entry) {
  std::error_code unseen;  // a link to nothing
  return !is_hidden(entry.path()) && entry.is_regular_file(unseen) &&
         detail::ascii_lower(entry.path().extension().string()) != ".json";
}

std::string name_in(const fs::path& folder, const fs::path& path) {
  return path.lexically_relative(folder).generic_string();
}

/// Where a problem is, with the file's name as seen from the folder.
std::string place_in(const std::string& where, const fs::path& path, const std::string& name) {
  for (const std::string& told : {path.string(), path.filename().string()}) {
    if (where.starts_with(told)) return name + where.substr(told.size());
  }
  return where.empty() ? name : name + ", " + where;
}

}  // namespace

std::vector<fs::path> plan_files(const fs::path& folder, bool subfolders) {
  std::error_code wrong;
  if (!fs::is_directory(folder, wrong)) {
    refuse_folder(folder, detail::say("không có thư mục này", "there is no such folder"));
  }
  std::vector<fs::path> files;
  fs::recursive_directory_iterator at(folder, wrong);
  for (const fs::recursive_directory_iterator end; !wrong && at != end; at.increment(wrong)) {
    if (!subfolders || is_hidden(at->path())) at.disable_recursion_pending();
    if (is_document(*at)) files.push_back(at->path());
  }
  if (wrong) {
    throw Error(
        ErrorCode::cannot_read, folder.string(),
        detail::say("không đọc được thư mục: {}", "the folder can't be read: {}", wrong.message()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

void require_plan(const Plan& plan, std::string_view where) {
  if (!plan.is_empty()) return;
  throw ParseError(
      ErrorCode::empty_input, std::string(where),
      detail::say(
          "không tìm thấy kế hoạch: tệp không có nhiệm vụ, chỉ tiêu, đề mục hay số văn bản nào",
          "no plan was found: the file has no task, no indicator, no section and no document "
          "number"));
}

Plans read_plans(const fs::path& folder, const FolderOptions& options) {
  Plans found;
  for (const fs::path& path : plan_files(folder, options.subfolders)) {
    const std::string name = name_in(folder, path);
    try {
      Plan plan = read_plan(path, options.read);
      require_plan(plan, name);
      found.plans.push_back({name, std::move(plan)});
    } catch (const Error& error) {
      for (Problem problem : error.problems()) {
        problem.where = place_in(problem.where, path, name);
        found.problems.push_back(std::move(problem));
      }
    }
  }
  if (!found.problems.empty() && options.on_problem == OnProblem::raise) {
    throw ParseError(std::move(found.problems));
  }
  return found;
}

Table table_of(const Plans& plans) {
  std::vector<const Plan*> pointers;
  std::vector<std::string> names;
  for (const NamedPlan& one : plans.plans) {
    pointers.push_back(&one.plan);
    names.push_back(one.name);
  }
  return table_of(pointers, names);
}

}  // namespace sauro::inline v0_1
