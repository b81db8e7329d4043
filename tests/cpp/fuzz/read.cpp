// Reads whatever comes: a plan without loss or an Error, nothing else.
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

/// A zip that stores these parts with their right checksums, so that the XML is what is fuzzed.
[[maybe_unused]] std::string store(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string out;
  std::string directory;
  for (const auto& [name, content] : parts) {
    const auto offset = static_cast<std::uint32_t>(out.size());
    std::string fields;
    put(fields, 20, 2);
    put(fields, 0, 2);
    put(fields, 0, 2);
    put(fields, 0, 4);
    put(fields,
        static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(content.data()),
                                         static_cast<uInt>(content.size()))),
        4);
    put(fields, static_cast<std::uint32_t>(content.size()), 4);
    put(fields, static_cast<std::uint32_t>(content.size()), 4);
    put(fields, static_cast<std::uint32_t>(name.size()), 2);
    put(fields, 0, 2);
    out += "PK\x03\x04" + fields + name + content;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    directory += fields;
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, offset, 4);
    directory += name;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(parts.size()), 2);
  put(out, static_cast<std::uint32_t>(parts.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

void read(std::string_view bytes, sauro::ReadOptions options) {
  options.limits.unpacked_bytes = std::size_t{4} << 20U;
  try {
    const sauro::Plan plan = sauro::read_plan_text(bytes, options);
    if (plan.coverage.lost() != 0) std::abort();
    if (sauro::plan_from_json(sauro::to_json(plan, -1)) != plan) std::abort();
  } catch (const sauro::Error&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sauro::ReadOptions options;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
#if defined(FUZZ_docx)
  options.format = sauro::Format::docx;
  if (bytes.starts_with("PK")) {
    read(bytes, options);
    return 0;
  }
  const std::size_t cut = std::min(bytes.find('\x01'), bytes.size());
  std::vector<std::pair<std::string, std::string>> parts{
      {"word/document.xml", std::string(bytes.substr(0, cut))}};
  if (cut < bytes.size()) {
    parts.emplace_back("word/numbering.xml", std::string(bytes.substr(cut + 1)));
  }
  read(store(parts), options);
#elif defined(FUZZ_xlsx)
  options.format = sauro::Format::xlsx;
  if (bytes.starts_with("PK")) {
    read(bytes, options);
    return 0;
  }
  const std::string link =
      "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::vector<std::pair<std::string, std::string>> parts{
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"a" + link + "worksheet\" Target=\"a.xml\"/>" +
           "<Relationship Id=\"b" + link + "sharedStrings\" Target=\"b.xml\"/>" +
           "<Relationship Id=\"c" + link + "styles\" Target=\"c.xml\"/></Relationships>"}};
  for (const char* name : {"xl/a.xml", "xl/b.xml", "xl/c.xml"}) {
    const std::size_t cut = std::min(bytes.find('\x01'), bytes.size());
    if (cut > 0) parts.emplace_back(name, std::string(bytes.substr(0, cut)));
    bytes.remove_prefix(std::min(cut + 1, bytes.size()));
  }
  read(store(parts), options);
#elif defined(FUZZ_odt) || defined(FUZZ_ods)
#if defined(FUZZ_odt)
  const std::string kind = "text";
  options.format = sauro::Format::odt;
#else
  const std::string kind = "spreadsheet";
  options.format = sauro::Format::ods;
#endif
  options.limits.cells = 100'000;  // repeated rows may say any number
  const std::size_t cut = std::min(bytes.find('\x01'), bytes.size());
  std::vector<std::pair<std::string, std::string>> parts{
      {"mimetype", "application/vnd.oasis.opendocument." + kind},
      {"content.xml", std::string(bytes.substr(0, cut))}};
  if (cut < bytes.size()) parts.emplace_back("styles.xml", std::string(bytes.substr(cut + 1)));
  read(store(parts), options);
#elif defined(FUZZ_csv)
  if (bytes.empty()) return 0;
  if (bytes.front() % 2 == 0) options.format = sauro::Format::csv;
  read(bytes.substr(1), options);
#elif defined(FUZZ_markup)
  if (bytes.empty()) return 0;
  options.format = bytes.front() % 2 == 0 ? sauro::Format::html : sauro::Format::markdown;
  read(bytes.substr(1), options);
#else
  options.format = sauro::Format::text;
  read(bytes, options);
#endif
  return 0;
}
