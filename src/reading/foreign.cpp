#include "reading/foreign.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "data/signatures.hpp"
#include "reading/docx_parts.hpp"
#include "reading/odf_package.hpp"
#include "reading/office_archive.hpp"
#include "reading/xlsx_book.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// One row of the data.
struct Signature {
  explicit Signature(const std::array<std::string_view, 6>& row)
      : container(row[0]), where(row[1]), magic(row[2]), vi(row[3]), en(row[4]), remedy(row[5]) {}

  std::string_view container;
  std::string_view where;
  std::string_view magic;
  std::string_view vi;
  std::string_view en;
  std::string_view remedy;
};

Bilingual remedy_of(std::string_view name) {
  if (name == "picture") {
    return {"hãy nhận dạng chữ (OCR) rồi lưu thành docx",
            "have its text recognised (OCR) and save that as docx"};
  }
  if (name == "archive") {
    return {"hãy giải nén rồi đưa tệp ở trong", "unpack it and give the file inside"};
  }
  if (name == "table") return {"hãy lưu bảng thành xlsx hoặc csv", "save the table as xlsx or csv"};
  if (name == "document") {
    return {"hãy lưu thành docx (bản quét phải qua nhận dạng chữ OCR trước)",
            "save it as docx (a scan has to be read by OCR first)"};
  }
  return {"hãy đưa tệp kế hoạch (docx, xlsx, odt, ods, csv, html, chữ)",
          "give the file of the plan (docx, xlsx, odt, ods, csv, HTML, text)"};
}

[[noreturn]] void refuse(const Signature& signature) {
  throw ParseError(
      signature.container == "ole" ? ErrorCode::old_word_document : ErrorCode::unknown_format, "",
      say("{} không được đọc; {}", "{}, which is not read; {}",
          Bilingual{std::string(signature.vi), std::string(signature.en)},
          remedy_of(signature.remedy)));
}

template <class Holds>
void refuse_where(std::string_view container, Holds holds) {
  for (const auto& row : data::signatures) {
    const Signature signature(row);
    if (signature.container == container && holds(signature)) refuse(signature);
  }
}

unsigned number_in(std::string_view digits, int base) {
  unsigned number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return number;
}

bool has_bytes(std::string_view bytes, const Signature& signature) {
  std::string magic;
  for (std::size_t at = 0; at + 1 < signature.magic.size(); at += 2) {
    magic += static_cast<char>(number_in(signature.magic.substr(at, 2), 16));
  }
  const std::size_t offset = number_in(signature.where, 10);
  return bytes.size() > offset && bytes.substr(offset).starts_with(magic);
}

/// Whether an OLE container has a stream whose name begins so; names are UTF-16 there.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string stream;
  for (const char c : name) {
    stream += c;
    stream += '\0';
  }
  return bytes.find(stream) != std::string_view::npos;
}

}  // namespace

void refuse_foreign(std::string_view bytes) {
  constexpr std::size_t head = 2048;
  const std::string_view text = trim(bytes.substr(0, head));
  refuse_where("bytes", [&](const Signature& one) {
    return has_bytes(bytes, one) || (one.where == "0" && has_bytes(text, one));
  });
  if (!text.starts_with("<?xml") && !text.starts_with("\xEF\xBB\xBF<?xml")) return;
  refuse_where(
      "xml", [&](const Signature& one) { return text.find(one.magic) != std::string_view::npos; });
}

Format format_of(OfficeArchive& archive) {
  if (is_workbook(archive)) return Format::xlsx;
  if (const Format format = odf_format(archive); format != Format::automatic) return format;
  if (archive.has(main_part(archive))) return Format::docx;
  refuse_where("zip", [&](const Signature& one) {
    const std::string part(one.where);
    return archive.has(part) && archive.read(part).value_or("").starts_with(one.magic);
  });
  throw ParseError(
      ErrorCode::docx_part_missing, "",
      say("tệp nén không chứa tài liệu nào được đọc (docx, xlsx, odt, ods); nếu là tệp "
          "zip, hãy giải nén rồi đưa tệp ở trong",
          "the archive is no document that is read (docx, xlsx, odt, ods); if it is a "
          "zip, unpack it and give the file inside"));
}

void refuse_ole(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage")) refuse_password("");
  if (has_stream(bytes, "WordDocument")) {
    throw ParseError(ErrorCode::old_word_document, "",
                     say("tài liệu Word cũ (.doc); hãy mở bằng Word hoặc LibreOffice rồi lưu thành "
                         ".docx",
                         "an old Word document (.doc); open it in Word or LibreOffice and save it "
                         "as .docx"));
  }
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) {
    throw ParseError(ErrorCode::old_workbook, "",
                     say("bảng tính Excel cũ (.xls); hãy mở bằng Excel hoặc LibreOffice rồi lưu "
                         "thành .xlsx",
                         "an old Excel workbook (.xls); open it in Excel or LibreOffice and save "
                         "it as .xlsx"));
  }
  refuse_where("ole", [&](const Signature& one) { return has_stream(bytes, one.where); });
  throw ParseError(ErrorCode::old_word_document, "",
                   say("tệp Office cũ (OLE); hãy mở bằng chương trình đã tạo ra nó rồi lưu thành "
                       ".docx hoặc .xlsx",
                       "an old Office file (OLE); open it in the program that made it and save it "
                       "as .docx or .xlsx"));
}

void refuse_password(std::string_view where) {
  throw ParseError(ErrorCode::docx_encrypted, std::string(where),
                   say("tài liệu được đặt mật khẩu; hãy lưu bản không có mật khẩu rồi thử lại",
                       "the document is protected by a password; save it without one and try "
                       "again"));
}

}  // namespace sauro::inline v0_1::detail
