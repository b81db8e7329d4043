#include "sauro/writing/files.hpp"

#include <fstream>
#include <string>
#include <system_error>

#include "sauro/core/error.hpp"

namespace sauro::inline v0_1 {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path) {
  throw Error(ErrorCode::cannot_read, path.string(),
              Bilingual{"không ghi được tệp; hãy xem thư mục có sẵn và cho phép ghi không",
                        "the file can't be written; is the folder there, and may it be written "
                        "to?"});
}

}  // namespace

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path beside = path;
  beside += ".tmp";
  std::error_code trouble;
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
      std::filesystem::remove(beside, trouble);
      refuse(path);
    }
  }
  std::filesystem::rename(beside, path, trouble);
  if (!trouble) return;
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  refuse(path);
}

}  // namespace sauro::inline v0_1
