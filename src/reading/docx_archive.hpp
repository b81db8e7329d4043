#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/reading/read_plan.hpp"

namespace sauro::inline v0_1::detail {

/// Whether `bytes` are a zip, or the older container that encrypted documents and .doc come in.
[[nodiscard]] bool is_archive(std::string_view bytes) noexcept;

/// The zip container of a docx, in memory.
class DocxArchive {
 public:
  /// Opens it; throws ParseError where `bytes` is no zip, damaged or encrypted.
  DocxArchive(std::string_view bytes, const ReadLimits& limits);
  ~DocxArchive();
  DocxArchive(const DocxArchive&) = delete;
  DocxArchive& operator=(const DocxArchive&) = delete;

  /// Names of all parts, in the order of the archive.
  [[nodiscard]] const std::vector<std::string>& parts() const noexcept { return parts_; }

  /// The unpacked part, or nothing where there is none; throws where it is damaged or too large.
  [[nodiscard]] std::optional<std::string> read(const std::string& part);

 private:
  struct Memory;

  std::unique_ptr<Memory> memory_;
  void* zip_ = nullptr;
  std::vector<std::string> parts_;
  std::size_t budget_;
};

}  // namespace sauro::inline v0_1::detail
