#include "reading/docx_archive.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>

#include "sauro/core/error.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::string_view ole_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t max_parts = 10'000;
/// Deflate reaches about 1000:1; a real document part stays far below this.
constexpr std::size_t max_ratio = 250;
constexpr std::size_t ratio_counts_from = std::size_t{8} << 20U;

/// An OLE container is an encrypted docx where it has the stream EncryptedPackage, else a .doc.
[[noreturn]] void refuse_ole(std::string_view bytes) {
  std::string stream;  // names are UTF-16 there
  for (const char c : std::string_view("EncryptedPackage")) {
    stream += c;
    stream += '\0';
  }
  if (bytes.find(stream) != std::string_view::npos) {
    throw ParseError(ErrorCode::docx_encrypted, "",
                     say("tài liệu được đặt mật khẩu; hãy lưu bản không có mật khẩu rồi thử lại",
                         "the document is protected by a password; save it without one and try "
                         "again"));
  }
  throw ParseError(ErrorCode::old_word_document, "",
                   say("tài liệu Word cũ (.doc); hãy mở bằng Word hoặc LibreOffice rồi lưu thành "
                       ".docx",
                       "an old Word document (.doc); open it in Word or LibreOffice and save it as "
                       ".docx"));
}

[[noreturn]] void refuse_damaged(const std::string& where) {
  throw ParseError(ErrorCode::docx_damaged, where,
                   say("tệp docx bị hỏng hoặc bị cắt cụt; hãy lấy lại tệp, hoặc mở và lưu lại bằng "
                       "Word",
                       "the docx is damaged or was cut short; get the file again, or open and save "
                       "it in Word"));
}

}  // namespace

bool is_archive(std::string_view bytes) noexcept {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
         bytes.starts_with(ole_signature.substr(0, 4));
}

struct DocxArchive::Memory {
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

DocxArchive::DocxArchive(std::string_view bytes, const ReadLimits& limits)
    : memory_(std::make_unique<Memory>(Memory{bytes})), budget_(limits.unpacked_bytes) {
  if (bytes.starts_with(ole_signature)) refuse_ole(bytes);
  if (!bytes.starts_with("PK")) {
    throw ParseError(ErrorCode::not_docx, "",
                     say("không phải docx (không có dấu hiệu zip); hãy kiểm tra đuôi tệp, hoặc nêu "
                         "định dạng",
                         "not a docx (no zip signature); check the extension, or name the "
                         "format"));
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
    parts_.emplace_back(name);
  }
}

DocxArchive::~DocxArchive() {
  if (zip_ != nullptr) unzClose(zip_);
}

std::optional<std::string> DocxArchive::read(const std::string& part) {
  if (unzLocateFile(zip_, part.c_str(), 1) != UNZ_OK) return std::nullopt;
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(zip_, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) {
    refuse_damaged(part);
  }
  if ((info.flag & 1U) != 0) {
    throw ParseError(ErrorCode::docx_encrypted, part,
                     say("tệp nén được đặt mật khẩu; hãy lưu bản không có mật khẩu rồi thử lại",
                         "the archive is protected by a password; save it without one and try "
                         "again"));
  }
  if (unzOpenCurrentFile(zip_) != UNZ_OK) refuse_damaged(part);
  std::string out;
  // no more than would be let through below: an archive may say what it likes
  out.reserve(std::min(
      {budget_, static_cast<std::size_t>(info.uncompressed_size),
       std::max(ratio_counts_from, max_ratio * static_cast<std::size_t>(info.compressed_size))}));
  char buffer[1U << 16U];
  int count = 0;
  while ((count = unzReadCurrentFile(zip_, buffer, sizeof buffer)) > 0) {
    poll();
    const auto size = static_cast<std::size_t>(count);
    const bool bomb =
        out.size() + size > ratio_counts_from &&
        out.size() + size > max_ratio * static_cast<std::size_t>(info.compressed_size);
    if (size > budget_ || bomb) {
      unzCloseCurrentFile(zip_);
      throw ParseError(ErrorCode::archive_too_large, part,
                       say("phần này giải nén vượt limits.unpacked_bytes hoặc gấp hơn 250 lần cỡ "
                           "nén; giống như một bom nén",
                           "the part unpacks to more than limits.unpacked_bytes or more than 250 "
                           "times its packed size; this looks like a zip bomb"));
    }
    budget_ -= size;
    out.append(buffer, size);
  }
  if (unzCloseCurrentFile(zip_) != UNZ_OK || count < 0) refuse_damaged(part);
  return out;
}

}  // namespace sauro::inline v0_1::detail
