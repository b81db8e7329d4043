#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/plan/span.hpp"

namespace sauro {

/// A document that the plan rests on ("Căn cứ ...").
struct LegalBasis {
  std::string text;          ///< as written
  std::string number;        ///< of the first document that it names, in one spelling; may be empty
  std::optional<Date> date;  ///< of that document
  Span span;

  friend bool operator==(const LegalBasis&, const LegalBasis&) = default;
};

/// The plan as an official document: its head and its end.
struct Document {
  std::string kind;          ///< abbreviation, "KH"; "CV" for an official letter
  std::string number;        ///< in one spelling, "78/KH-UBND"; a draft has "/KH-UBND"
  std::optional<Date> date;  ///< none in a draft
  std::string place;         ///< "Vĩnh Phong"
  std::string issuer;        ///< "Ủy ban nhân dân xã Vĩnh Phong"
  std::string title;
  std::vector<LegalBasis> legal_bases;
  std::vector<std::string> recipients;  ///< the list "Nơi nhận", a line each
  std::string signer;
  std::vector<std::string> heading;  ///< lines of the letterhead as written
  std::vector<std::string> closing;  ///< lines of the signature block as written, but the signer

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace sauro
