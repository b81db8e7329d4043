#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include <sauro/core/error.hpp>
#include <sauro/core/files.hpp>
#include <sauro/plan/tables.hpp>
#include <sauro/reading/read_plans.hpp>

namespace {

namespace fs = std::filesystem;

/// A folder that is gone at the end.
struct Folder {
  fs::path path = fs::temp_directory_path() / "sauro-folders-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path / "2025");
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const char* name, const std::string& text) const {
    sauro::write_file(path / name, text);
  }
};

const std::string table = "TT\tNhiệm vụ\tChủ trì\n1\tHọp dân\tPhòng Kinh tế\n";

}  // namespace

TEST_CASE("the plans of a folder come in the order of their names, problems by file") {
  const Folder folder;
  folder.write("b.txt", table);
  folder.write("a.md",
               "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Rà soát | Công an xã |\n");
  folder.write("c.docx", "chào");
  folder.write("d.txt", "chào");
  folder.write("~$b.docx", table);
  folder.write(".c.txt", table);
  folder.write("sua.json", "{}");
  folder.write("2025/e.txt", table);
  sauro::FolderOptions options;
  CHECK_THROWS_AS(static_cast<void>(sauro::read_plans(folder.path, options)), sauro::ParseError);
  options.on_problem = sauro::OnProblem::keep;
  const sauro::Plans plans = sauro::read_plans(folder.path, options);
  REQUIRE(plans.plans.size() == 2);
  CHECK(plans.plans[0].name == "a.md");
  CHECK(plans.plans[1].name == "b.txt");
  REQUIRE(plans.problems.size() == 2);
  CHECK(plans.problems[0].where == "c.docx");
  CHECK(plans.problems[1].where == "d.txt");
  CHECK(plans.problems[1].code == sauro::ErrorCode::empty_input);
  const sauro::Table tasks = sauro::table_of(plans);
  CHECK(tasks.rows() == 2);
  CHECK(tasks.columns().front().name() == "plan");
  options.subfolders = true;
  CHECK(sauro::read_plans(folder.path, options).plans.front().name == "2025/e.txt");
}

TEST_CASE("a folder has to be there") {
  CHECK_THROWS_AS(static_cast<void>(sauro::plan_files("/no such folder")), sauro::NotFoundError);
}

TEST_CASE("names and plans of a table belong together") {
  const std::vector<const sauro::Plan*> none;
  const std::vector<std::string> names{"a"};
  CHECK_THROWS_AS(static_cast<void>(sauro::table_of(none, names)), sauro::ValidationError);
}
