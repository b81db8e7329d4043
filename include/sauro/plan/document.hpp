#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/plan/span.hpp"

namespace sauro::inline v0_1 {

/// A document that the plan rests on ("Căn cứ ...").
struct LegalBasis {
  std::string text = {};
  std::string number = {};
  std::optional<Date> date = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("text", &LegalBasis::text, "As written.", traits::shown),
                      Field("number", &LegalBasis::number,
                            "Of the first document that it names, in one spelling, or None.",
                            traits::nullable | traits::shown),
                      Field("date", &LegalBasis::date, "Date of that document, or None."),
                      Field("span", &LegalBasis::span, "Where it stands.")};
  }

  friend bool operator==(const LegalBasis&, const LegalBasis&) = default;
};

/// The plan as an official document: its head and its end.
struct Document {
  std::string kind = {};
  std::string number = {};
  std::optional<Date> date = {};
  std::string place = {};
  std::string issuer = {};
  std::string title = {};
  std::vector<LegalBasis> legal_bases = {};
  std::vector<std::string> addressees = {};
  std::vector<std::string> recipients = {};
  std::string signer = {};
  std::vector<std::string> heading = {};
  std::vector<std::string> closing = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("kind", &Document::kind, "Abbreviation, 'KH'; 'CV' for an official letter."),
        Field("number", &Document::number, "In one spelling, '78/KH-UBND'; a draft has '/KH-UBND'.",
              traits::shown),
        Field("date", &Document::date, "None in a draft."),
        Field("place", &Document::place, "Place of issue."),
        Field("issuer", &Document::issuer, "'Ủy ban nhân dân xã Vĩnh Phong'."),
        Field("title", &Document::title, "Title, on one line.", traits::shown),
        Field("legal_bases", &Document::legal_bases, "List of LegalBasis."),
        Field("addressees", &Document::addressees,
              "Whom it speaks to ('Kính gửi', 'Điện'), a line each.", traits::omitted),
        Field("recipients", &Document::recipients, "The list 'Nơi nhận', a line each."),
        Field("signer", &Document::signer, "Name of who signed."),
        Field("heading", &Document::heading, "Lines of the letterhead, as written."),
        Field("closing", &Document::closing,
              "Lines of the signature block as written, but the signer.")};
  }

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace sauro::inline v0_1
