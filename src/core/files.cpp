#include "sauro/core/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <random>
#include <system_error>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;      // as Linux follows them
constexpr int most_attempts = 100;  // at a name that nobody has

/// What the system says, in Vietnamese too for what people meet.
Bilingual reason(int code) {
  const std::string said = std::generic_category().message(code);
  switch (code) {
    case ENOENT:
      return {"không có thư mục này", said};
    case ENOTDIR:
      return {"trong đường dẫn có một tệp, không phải thư mục", said};
    case EISDIR:
      return {"đây là thư mục", said};
    case EACCES:
    case EPERM:
      return {"không có quyền", said};
    case EROFS:
      return {"ổ đĩa chỉ cho đọc", said};
    case ENOSPC:
    case EDQUOT:
      return {"đĩa đầy", said};
    case ENAMETOOLONG:
      return {"tên quá dài", said};
    default:
      return {said, said};
  }
}

[[noreturn]] void refuse_directory(const fs::path& path) {
  throw ParseError(ErrorCode::is_directory, path.string(),
                   detail::say("đây là thư mục, không phải tệp; hãy nêu tệp trong đó",
                               "a directory, not a file; name the file in it"));
}

[[noreturn]] void refuse_reading(const fs::path& path, int code) {
  if (code == ENOENT || code == ENOTDIR) {
    throw NotFoundError(ErrorCode::file_not_found, path.string(), detail::no_such_file());
  }
  if (code == EISDIR) refuse_directory(path);
  throw Error(ErrorCode::cannot_read, path.string(),
              detail::say("không đọc được tệp: {}", "the file can't be read: {}", reason(code)));
}

[[noreturn]] void refuse_writing(const fs::path& path, int code) {
  const bool is_unread = code == ENXIO;
  const Bilingual why =
      is_unread ? Bilingual{"không ai đọc ống dẫn này", "nobody reads this pipe"} : reason(code);
  throw Error(ErrorCode::cannot_write, path.string(),
              detail::say("không ghi được tệp: {}", "the file can't be written: {}", why));
}

/// To the system a name ends at a zero: it would be another file's.
void require_name(const fs::path& path, ErrorCode code) {
  const std::string& name = path.native();
  const std::size_t zero = name.find('\0');
  if (zero == std::string::npos) return;
  throw Error(code, name.substr(0, zero) + "\\0",
              detail::say("tên tệp không được chứa ký tự NUL", "no file has a NUL in its name"));
}

[[noreturn]] void refuse_long(const fs::path& path, std::size_t most) {
  throw ParseError(
      ErrorCode::too_large, path.string(),
      detail::say("tệp dài hơn giới hạn {} byte (limits.bytes)",
                  "the file is longer than the limit of {} bytes (limits.bytes)", most));
}

/// An open file; one that is left by an error is closed.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

  /// Whether what was written is kept: some file systems say only here that they are full.
  [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

  /// Waits from here on, which opening it must not.
  void wait_from_now_on() const {
    ::fcntl(number_, F_SETFL, ::fcntl(number_, F_GETFL) & ~O_NONBLOCK);
  }

  [[nodiscard]] bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(number_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

 private:
  int number_;
};

/// A pipe in a folder: whoever opens it waits for the other end. What a shell names by <(...) is
/// none, for it has no place of its own.
bool is_named_pipe(const fs::path& path) {
  std::error_code none;
  return fs::is_fifo(path, none) && !fs::canonical(path, none).empty();
}

/// The file that symbolic links lead to, be it there or not.
fs::path target_of(fs::path path) {
  std::error_code none;
  for (int links = 0; fs::is_symlink(fs::symlink_status(path, none)); ++links) {
    if (links == most_links) refuse_writing(path, ELOOP);
    path = path.parent_path() / fs::read_symlink(path, none);  // an absolute one stands alone
  }
  return path;
}

bool is_standard_output(const fs::path& path) {
  constexpr std::array names{"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"};
  return std::find(names.begin(), names.end(), path) != names.end();
}

/// Writes to a device or pipe. Standard output is used as it is: opened again, a file that it is
/// redirected to would be written from its start.
void write_through(const fs::path& path, std::string_view bytes) {
  constexpr int ways = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  Descriptor file(is_standard_output(path) ? ::dup(STDOUT_FILENO) : ::open(path.c_str(), ways));
  if (!file.is_open()) refuse_writing(path, errno);
  struct stat about{};
  if (::fstat(file.number(), &about) != 0) refuse_writing(path, errno);
  if (S_ISBLK(about.st_mode)) refuse_writing(path, ENOTSUP);
  if (!is_standard_output(path)) file.wait_from_now_on();
  if (!file.write(bytes) || !file.close()) refuse_writing(path, errno);
}

/// A new file in a folder, which nobody else has: its name.
fs::path name_beside(const fs::path& target) {
  std::array<char, 32> name{};
  std::random_device chance;
  std::snprintf(name.data(), name.size(), ".sauro-%08x%08x", chance(), chance());
  return target.parent_path() / name.data();
}

/// Gives a new file the owner and permissions of the old one. That of another user can be given by
/// root alone: it is ours then, as with every editor.
bool look_alike(int file, const struct stat& old) {
  if (::fchown(file, old.st_uid, old.st_gid) != 0 && errno != EPERM) return false;
  return ::fchmod(file, old.st_mode & 07777U) == 0;
}

/// Puts the bytes into a file beside the target, and that in its place; 0 or what went wrong.
int replace(const fs::path& target, const struct stat* old, std::string_view bytes) {
  fs::path beside;
  int opened = -1;
  for (int attempt = 0; opened < 0 && attempt < most_attempts; ++attempt) {
    beside = name_beside(target);
    opened = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (opened < 0 && errno != EEXIST) break;
  }
  Descriptor file(opened);
  if (!file.is_open()) return errno;
  const bool is_written = file.write(bytes) && (old == nullptr || look_alike(opened, *old)) &&
                          ::fsync(opened) == 0 && file.close() &&
                          ::rename(beside.c_str(), target.c_str()) == 0;
  if (is_written) return 0;
  const int code = errno;
  ::unlink(beside.c_str());
  return code;
}

/// Reads to the end, or one byte beyond `most`; false where reading fails.
bool read_all(const Descriptor& file, std::size_t size, std::size_t most, std::string& bytes) {
  constexpr std::size_t least = std::size_t{64} << 10U;
  bytes.resize(std::min(std::max(size, least), most) + 1);
  for (std::size_t at = 0;;) {
    if (at == bytes.size()) bytes.resize(std::min(2 * at, most + 1));
    const ssize_t count = ::read(file.number(), bytes.data() + at, bytes.size() - at);
    if (count < 0) return false;
    at += static_cast<std::size_t>(count);
    if (count > 0 && at <= most) continue;
    bytes.resize(at);
    return true;
  }
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t most) {
  require_name(path, ErrorCode::cannot_read);
  if (is_named_pipe(path)) {
    throw Error(ErrorCode::cannot_read, path.string(),
                detail::say("đây là ống dẫn có tên, có thể phải chờ mãi; hãy nêu một tệp",
                            "a named pipe, which may be waited for without end; name a file"));
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open()) refuse_reading(path, errno);
  struct stat about{};
  if (::fstat(file.number(), &about) != 0) refuse_reading(path, errno);
  const auto size = static_cast<std::size_t>(about.st_size);
  if (S_ISREG(about.st_mode) && size > most) refuse_long(path, most);
  file.wait_from_now_on();
  std::string bytes;
  if (!read_all(file, size, most, bytes)) refuse_reading(path, errno);
  if (bytes.size() > most) refuse_long(path, most);
  return bytes;
}

void write_file(const fs::path& path, std::string_view bytes) {
  require_name(path, ErrorCode::cannot_write);
  std::error_code none;
  const fs::file_status status = fs::status(path, none);
  if (fs::is_directory(status)) refuse_directory(path);
  const bool is_there = fs::exists(status);
  if (is_standard_output(path) || (is_there && !fs::is_regular_file(status))) {
    return write_through(path, bytes);
  }
  const fs::path target = target_of(path);
  struct stat old{};
  if (is_there && (::stat(target.c_str(), &old) != 0 || ::access(target.c_str(), W_OK) != 0)) {
    refuse_writing(path, errno);
  }
  if (const int code = replace(target, is_there ? &old : nullptr, bytes)) {
    refuse_writing(path, code);
  }
}

}  // namespace sauro::inline v0_1
