#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/reading/read_plan.hpp"

namespace sauro::inline v0_1::detail {

/// Whether `bytes` are a zip, or the older container that encrypted documents and .doc come in.
[[nodiscard]] bool is_archive(std::string_view bytes) noexcept;

/// The zip container of a docx or xlsx, in memory.
class OfficeArchive {
 public:
  /// Opens it; throws ParseError where `bytes` is no zip, damaged or encrypted.
  OfficeArchive(std::string_view bytes, const ReadLimits& limits);
  ~OfficeArchive();
  OfficeArchive(const OfficeArchive&) = delete;
  OfficeArchive& operator=(const OfficeArchive&) = delete;

  /// Names of all parts, in the order of the archive.
  [[nodiscard]] const std::vector<std::string>& parts() const noexcept { return parts_; }

  [[nodiscard]] bool has(const std::string& part) const { return places_.contains(part); }

  /// The unpacked part, or nothing where there is none; throws where it is damaged or too large.
  [[nodiscard]] std::optional<std::string> read(const std::string& part);

  /// The same piece by piece, without holding the whole; false where there is no such part.
  bool read(const std::string& part, const std::function<void(std::string_view)>& take);

 private:
  struct Memory;
  struct PartPlace {
    std::size_t directory = 0;  ///< where its entry stands
    std::size_t number = 0;
  };

  [[nodiscard]] bool go_to(const std::string& part);
  std::unique_ptr<Memory> memory_;
  void* zip_ = nullptr;
  std::vector<std::string> parts_;
  std::unordered_map<std::string, PartPlace> places_;
  std::size_t budget_;
  std::size_t packed_ = 0;  ///< bytes of the part that is open
};

}  // namespace sauro::inline v0_1::detail
