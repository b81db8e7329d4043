#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <set>
#include <thread>
#include <vector>

#include "reading_helpers.hpp"

using namespace sauro;
namespace fs = std::filesystem;

namespace {

/// A folder of a test, gone with it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "sauro-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  fs::path operator/(const char* name) const { return path_ / name; }

  [[nodiscard]] std::set<std::string> names() const {
    std::set<std::string> all;
    for (const auto& one : fs::directory_iterator(path_)) all.insert(one.path().filename());
    return all;
  }

 private:
  fs::path path_;
};

mode_t mode_of(const fs::path& path) {
  struct stat about{};
  CHECK(::stat(path.c_str(), &about) == 0);
  return about.st_mode & 07777U;
}

int writing(const fs::path& path, std::string_view bytes = "mới") {
  return code_of([&] { write_file(path, bytes); });
}

int reading(const fs::path& path, std::size_t most = 1000) {
  return code_of([&] { static_cast<void>(read_file(path, most)); });
}

}  // namespace

TEST_CASE("bytes come back as they were written") {
  const Folder folder;
  for (const std::size_t size : {0U, 1U, 65535U, 65536U, 65537U, 300000U}) {
    std::string bytes(size, 'a');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i % 251);
    write_file(folder / "tệp", bytes);
    CHECK(read_file(folder / "tệp") == bytes);
  }
  CHECK(folder.names() == std::set<std::string>{"tệp"});
}

TEST_CASE("a new file has the permissions of the old one, or those that new files have") {
  const Folder folder;
  const mode_t mask = ::umask(027);
  write_file(folder / "a", "1");
  ::umask(mask);
  CHECK(mode_of(folder / "a") == 0640);
  for (const mode_t mode : {0600U, 0644U, 0666U, 0755U}) {
    ::chmod((folder / "a").c_str(), mode);
    write_file(folder / "a", "2");
    CHECK(mode_of(folder / "a") == mode);
  }
}

TEST_CASE("a symbolic link stays one, and its target is written") {
  const Folder folder;
  fs::create_directory(folder / "trong");
  write_file(folder / "trong/a", "cũ");
  fs::create_symlink("trong/a", folder / "gần");
  fs::create_symlink(folder / "gần", folder / "xa");
  fs::create_symlink("trong/chưa-có", folder / "treo");
  for (const char* link : {"gần", "xa"}) {
    write_file(folder / link, link);
    CHECK(read_file(folder / "trong/a") == link);
  }
  write_file(folder / "treo", "mới");
  CHECK(read_file(folder / "trong/chưa-có") == "mới");
  for (const char* link : {"gần", "xa", "treo"}) CHECK(fs::is_symlink(folder / link));
  fs::create_symlink("vòng", folder / "vòng");
  CHECK(writing(folder / "vòng") == 110);
}

TEST_CASE("where writing fails, the old file is whole and nothing else is left") {
  const Folder folder;
  write_file(folder / "a", "cũ");
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      write_file(folder / "a", std::string(100000, 'b'));
    } catch (const Error& error) {
      ::_exit(static_cast<int>(error.code()));
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 110);
  CHECK(read_file(folder / "a") == "cũ");
  CHECK(folder.names() == std::set<std::string>{"a"});
}

TEST_CASE("of writers at one time, one's file is there whole") {
  const Folder folder;
  std::vector<std::thread> writers;
  for (char letter = 'a'; letter < 'e'; ++letter) {
    writers.emplace_back([&folder, letter] {
      for (int i = 0; i < 20; ++i) write_file(folder / "a", std::string(200000, letter));
    });
  }
  for (std::thread& writer : writers) writer.join();
  const std::string bytes = read_file(folder / "a");
  CHECK(bytes == std::string(200000, bytes[0]));
  CHECK(folder.names() == std::set<std::string>{"a"});
}

TEST_CASE("folders, pipes, sockets and full devices are errors at once") {
  const Folder folder;
  CHECK(writing(folder / "") == 101);
  CHECK(writing(folder / "không/có") == 110);
  CHECK(::mkfifo((folder / "ống").c_str(), 0666) == 0);
  CHECK(writing(folder / "ống") == 110);
  CHECK(writing("/dev/full") == 110);
  CHECK(writing("/dev/null") == 0);
  CHECK(reading(folder / "") == 101);
  CHECK(reading(folder / "không") == 100);
  CHECK(reading(folder / "ống") == 102);
  CHECK(reading("/dev/zero") == 103);
  write_file(folder / "dài", std::string(1001, 'a'));
  CHECK(reading(folder / "dài") == 103);
  CHECK(reading(folder / "dài/a") == 100);
}

TEST_CASE("a name with a zero is no file's, even where its beginning is one") {
  const Folder folder;
  write_file(folder / "a", "a");
  const fs::path name = (folder / "a").string() + std::string("\0b", 2);
  CHECK(reading(name) == 102);
  CHECK(writing(name) == 110);
  CHECK(read_file(folder / "a") == "a");
}
