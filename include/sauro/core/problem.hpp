#pragma once

#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Stable numbers of the errors; docs/reference/errors.md has a row for each.
enum class ErrorCode {
  // files and bytes
  file_not_found = 100,
  is_directory = 101,
  cannot_read = 102,
  too_large = 103,
  empty_input = 104,
  binary_input = 105,
  invalid_encoding = 106,
  legacy_encoding = 107,
  unknown_format = 108,
  format_mismatch = 109,
  cannot_write = 110,
  // containers
  not_docx = 120,
  docx_damaged = 121,
  docx_encrypted = 122,
  docx_part_missing = 123,
  archive_too_large = 124,
  xml_malformed = 125,
  xml_doctype = 126,
  too_deep = 127,
  old_word_document = 128,
  too_many_attributes = 129,
  old_workbook = 130,
  invalid_workbook = 131,
  missing_program = 132,
  failed_program = 133,
  // limits inside a document
  cell_too_large = 140,
  too_many_rows = 141,
  too_many_columns = 142,
  too_many_cells = 143,
  // values
  invalid_date = 200,
  invalid_document_number = 201,
  not_found = 202,
  outside_calendar = 203,
  invalid_period = 204,
  invalid_time_limit = 205,
  holiday_conflict = 206,
  no_wording = 207,
  invalid_unit = 208,
  // columns
  invalid_column = 220,
  invalid_rows = 221,
  unsupported_type = 222,
  // indices
  invalid_expression = 240,
  invalid_interval = 241,
  framework_invalid = 242,
  invalid_inputs = 243,
  refused_values = 244,
  no_grades = 245,
  invalid_survey = 246,
  // checking, scheduling and tracking
  invalid_option = 260,
  cycle = 261,
  invalid_progress = 262,
  // JSON
  json_malformed = 300,
  json_schema = 301,
};

/// The name of a number as it stands in this header: "invalid_date"; empty for other numbers.
[[nodiscard]] SAURO_API std::string_view to_string(ErrorCode code) noexcept;

/// A text for people in Vietnamese, and the same in English.
struct Bilingual {
  std::string vi = {};
  std::string en = {};

  friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

/// Something that is wrong with what was given, and where.
struct Problem {
  ErrorCode code = {};
  std::string where = {};  ///< place in the user's data: "line 3, column 7", a JSON pointer, a row
  std::string message = {};  ///< what is wrong and the remedy, in Vietnamese, without the place
  std::string message_en = {};

  friend bool operator==(const Problem&, const Problem&) = default;
};

/// "PLACE: MESSAGE", or the message alone where there is no place; in English where asked for.
[[nodiscard]] SAURO_API std::string to_text(const Problem& problem, bool english = false);

}  // namespace sauro::inline v0_1
