#include "reading/office_archive.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/foreign.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::string_view ole_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t max_parts = 10'000;
/// Deflate reaches about 1000:1; a real document part stays far below this.
constexpr std::size_t max_ratio = 250;
constexpr std::size_t ratio_counts_from = std::size_t{8} << 20U;

[[noreturn]] void refuse_damaged(const std::string& where) {
  throw ParseError(ErrorCode::docx_damaged, where,
                   say("tệp bị hỏng hoặc bị cắt cụt; hãy lấy lại tệp, hoặc mở và lưu lại bằng Word "
                       "hay Excel",
                       "the file is damaged or was cut short; get it again, or open and save it in "
                       "Word or Excel"));
}

}  // namespace

bool is_archive(std::string_view bytes) noexcept {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
         bytes.starts_with(ole_signature.substr(0, 4));
}

struct OfficeArchive::Memory {
  std::string_view bytes;
  std::size_t at = 0;

  static voidpf open(voidpf opaque, const void* /*name*/, int /*mode*/) { return opaque; }
  static uLong read(voidpf opaque, voidpf /*stream*/, void* buffer, uLong size) {
    auto& self = *static_cast<Memory*>(opaque);
    const std::size_t count = std::min<std::size_t>(size, self.bytes.size() - self.at);
    std::memcpy(buffer, self.bytes.data() + self.at, count);
    self.at += count;
    return static_cast<uLong>(count);
  }
  static ZPOS64_T tell(voidpf opaque, voidpf /*stream*/) {
    return static_cast<Memory*>(opaque)->at;
  }
  static long seek(voidpf opaque, voidpf /*stream*/, ZPOS64_T offset, int origin) {
    auto& self = *static_cast<Memory*>(opaque);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? self.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? self.bytes.size()
                                                                : 0;
    if (offset > self.bytes.size() - base) return -1;
    self.at = base + static_cast<std::size_t>(offset);
    return 0;
  }
  static int close(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
  static int error(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
};

OfficeArchive::OfficeArchive(std::string_view bytes, const ReadLimits& limits)
    : memory_(std::make_unique<Memory>(Memory{bytes})), budget_(limits.unpacked_bytes) {
  if (bytes.starts_with(ole_signature)) refuse_ole(bytes);
  if (!bytes.starts_with("PK")) {
    throw ParseError(ErrorCode::not_docx, "",
                     say("không phải tệp nén như docx, xlsx, odt, ods (không có dấu hiệu zip); hãy "
                         "kiểm tra đuôi tệp, hoặc nêu định dạng",
                         "not an archive as docx, xlsx, odt and ods are (no zip signature); check "
                         "the extension, or name the format"));
  }
  zlib_filefunc64_def functions{};
  functions.zopen64_file = &Memory::open;
  functions.zread_file = &Memory::read;
  functions.ztell64_file = &Memory::tell;
  functions.zseek64_file = &Memory::seek;
  functions.zclose_file = &Memory::close;
  functions.zerror_file = &Memory::error;
  functions.opaque = memory_.get();
  zip_ = unzOpen2_64("", &functions);
  if (zip_ == nullptr) refuse_damaged("");
  for (int status = unzGoToFirstFile(zip_); status == UNZ_OK; status = unzGoToNextFile(zip_)) {
    char name[512] = {};
    if (unzGetCurrentFileInfo64(zip_, nullptr, name, sizeof name - 1, nullptr, 0, nullptr, 0) !=
            UNZ_OK ||
        parts_.size() == max_parts) {
      unzClose(zip_);
      refuse_damaged("");
    }
    unz64_file_pos place{};
    if (unzGetFilePos64(zip_, &place) != UNZ_OK) continue;
    parts_.emplace_back(name);
    places_.try_emplace(name, PartPlace{static_cast<std::size_t>(place.pos_in_zip_directory),
                                        static_cast<std::size_t>(place.num_of_file)});
  }
}

OfficeArchive::~OfficeArchive() {
  if (zip_ != nullptr) unzClose(zip_);
}

/// Goes to a part and opens it; false where there is none.
bool OfficeArchive::go_to(const std::string& part) {
  const auto found = places_.find(part);
  if (found == places_.end()) return false;
  const unz64_file_pos place{found->second.directory, found->second.number};
  unz_file_info64 info{};
  if (unzGoToFilePos64(zip_, &place) != UNZ_OK ||
      unzGetCurrentFileInfo64(zip_, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    refuse_damaged(part);
  }
  if ((info.flag & 1U) != 0) refuse_password(part);
  if (unzOpenCurrentFile(zip_) != UNZ_OK) refuse_damaged(part);
  packed_ = static_cast<std::size_t>(info.compressed_size);
  return true;
}

bool OfficeArchive::read(const std::string& part,
                         const std::function<void(std::string_view)>& take) {
  if (!go_to(part)) return false;
  const auto close = [](void* zip) { unzCloseCurrentFile(zip); };
  std::unique_ptr<void, decltype(close)> closed(zip_, close);
  std::size_t unpacked = 0;
  char buffer[1U << 16U];
  int count = 0;
  while ((count = unzReadCurrentFile(zip_, buffer, sizeof buffer)) > 0) {
    poll();
    const auto size = static_cast<std::size_t>(count);
    unpacked += size;
    if (size > budget_ || (unpacked > ratio_counts_from && unpacked > max_ratio * packed_)) {
      throw ParseError(ErrorCode::archive_too_large, part,
                       say("phần này giải nén vượt limits.unpacked_bytes hoặc gấp hơn 250 lần cỡ "
                           "nén; giống như một bom nén",
                           "the part unpacks to more than limits.unpacked_bytes or more than 250 "
                           "times its packed size; this looks like a zip bomb"));
    }
    budget_ -= size;
    take({buffer, size});
  }
  static_cast<void>(closed.release());
  if (unzCloseCurrentFile(zip_) != UNZ_OK || count < 0) refuse_damaged(part);
  return true;
}

std::optional<std::string> OfficeArchive::read(const std::string& part) {
  std::string out;
  const bool there = read(part, [&](std::string_view piece) { out += piece; });
  return there ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace sauro::inline v0_1::detail
