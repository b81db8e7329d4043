#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro {

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

/// Base of every exception that leaves the library.
class SAURO_API Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string where, const std::string& message);

  /// Stable number of this kind of error.
  [[nodiscard]] ErrorCode code() const noexcept { return code_; }

  /// Place in the user's data: a path, "line 3, column 7", a docx part, a JSON pointer.
  [[nodiscard]] const std::string& where() const noexcept { return where_; }

  /// What is wrong and the remedy, without code and place.
  [[nodiscard]] const std::string& message() const noexcept { return message_; }

 private:
  ErrorCode code_;
  std::string where_;
  std::string message_;
};

/// Text, a document or JSON that can't be read.
class SAURO_API ParseError : public Error {
 public:
  using Error::Error;
};

/// Well-formed data that breaks a rule of its schema.
class SAURO_API ValidationError : public Error {
 public:
  using Error::Error;
};

/// A file, task or agency that isn't there.
class SAURO_API NotFoundError : public Error {
 public:
  using Error::Error;
};

}  // namespace sauro
