#include "casters.hpp"

namespace sauro::python {

void register_text(py::module_& module) {
  module.def(
      "fold", [](const std::string& text) { return fold(to_nfc(text)); }, py::arg("text"),
      py::pos_only(),
      "Key that ignores case, diacritics, punctuation and spacing; ``&`` reads as ``va``.");
  module.def(
      "tone_key", [](const std::string& text) { return tone_key(to_nfc(text)); }, py::arg("text"),
      py::pos_only(),
      "Key that ignores case, punctuation, spacing and where the tone mark stands.");
  module.def(
      "agency_key", [](const std::string& text) { return agency_key(to_nfc(text)); },
      py::arg("name"), py::pos_only(), "Key by which spellings of one body meet.");
  module.def(
      "written_out", [](const std::string& text) { return written_out(to_nfc(text)); },
      py::arg("text"), py::pos_only(),
      "Folded words of a text, its abbreviations written out: \"TTHC\" gives thu, tuc, hanh, "
      "chinh.");
  module.def(
      "visible_text", &visible_text, py::arg("text"), py::pos_only(),
      "The text as it may be shown: what is no text, or would turn its direction, made visible.");
  module.def(
      "parse_document_number",
      [](const std::string& text) {
        const DocumentNumber number = parse_document_number(to_nfc(text));
        return py::dict(py::arg("number") = number.number, py::arg("year") = number.year,
                        py::arg("kind") = number.kind, py::arg("body") = number.body,
                        py::arg("text") = number.to_string());
      },
      py::arg("text"), py::pos_only(), "Number and symbol of a document, taken apart.");
}

}  // namespace sauro::python
