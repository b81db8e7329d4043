#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Number and symbol of an official document (Nghị định 30/2020/NĐ-CP, annex I).
///
/// All forms in use: `78/KH-UBND`, `1245/UBND-VP` (no kind), `30/2018/QĐ-UBND`, `28/2026/QH16`,
/// `05/2015/TTLT-BTP-BCA-BYT`, `2231/SNV-CCHC&PC`, the Party's `82-QĐ/ĐU`, and drafts without a
/// number (`/KH-UBND`, `-CV/ĐU`).
struct SAURO_API DocumentNumber {
  std::string number = {};         ///< digits and letters before the symbol, "78"; empty in a draft
  std::optional<int> year = {};    ///< of normative documents
  std::string kind = {};           ///< abbreviation, "KH"; empty for an official letter
  std::string body = {};           ///< who issued it, "UBND", "BTP-BCA-BYT"
  bool kind_before_slash = false;  ///< Party style, "82-QĐ/ĐU"

  /// The number in one spelling, without spaces: `78/KH-UBND`.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

/// Reads a number and symbol, spaces allowed; nothing where `text` is none.
[[nodiscard]] SAURO_API std::optional<DocumentNumber> try_parse_document_number(
    std::string_view text);

/// Reads a number and symbol; throws ParseError(invalid_document_number).
[[nodiscard]] SAURO_API DocumentNumber parse_document_number(std::string_view text);

}  // namespace sauro::inline v0_1
