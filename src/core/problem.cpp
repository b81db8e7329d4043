#include "sauro/core/problem.hpp"

namespace sauro::inline v0_1 {

std::string_view to_string(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::file_not_found:
      return "file_not_found";
    case ErrorCode::is_directory:
      return "is_directory";
    case ErrorCode::cannot_read:
      return "cannot_read";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::empty_input:
      return "empty_input";
    case ErrorCode::binary_input:
      return "binary_input";
    case ErrorCode::invalid_encoding:
      return "invalid_encoding";
    case ErrorCode::legacy_encoding:
      return "legacy_encoding";
    case ErrorCode::unknown_format:
      return "unknown_format";
    case ErrorCode::format_mismatch:
      return "format_mismatch";
    case ErrorCode::cannot_write:
      return "cannot_write";
    case ErrorCode::not_docx:
      return "not_docx";
    case ErrorCode::docx_damaged:
      return "docx_damaged";
    case ErrorCode::docx_encrypted:
      return "docx_encrypted";
    case ErrorCode::docx_part_missing:
      return "docx_part_missing";
    case ErrorCode::archive_too_large:
      return "archive_too_large";
    case ErrorCode::xml_malformed:
      return "xml_malformed";
    case ErrorCode::xml_doctype:
      return "xml_doctype";
    case ErrorCode::too_deep:
      return "too_deep";
    case ErrorCode::old_word_document:
      return "old_word_document";
    case ErrorCode::too_many_attributes:
      return "too_many_attributes";
    case ErrorCode::old_workbook:
      return "old_workbook";
    case ErrorCode::invalid_workbook:
      return "invalid_workbook";
    case ErrorCode::missing_program:
      return "missing_program";
    case ErrorCode::failed_program:
      return "failed_program";
    case ErrorCode::cell_too_large:
      return "cell_too_large";
    case ErrorCode::too_many_rows:
      return "too_many_rows";
    case ErrorCode::too_many_columns:
      return "too_many_columns";
    case ErrorCode::too_many_cells:
      return "too_many_cells";
    case ErrorCode::invalid_date:
      return "invalid_date";
    case ErrorCode::invalid_document_number:
      return "invalid_document_number";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::outside_calendar:
      return "outside_calendar";
    case ErrorCode::invalid_period:
      return "invalid_period";
    case ErrorCode::invalid_time_limit:
      return "invalid_time_limit";
    case ErrorCode::holiday_conflict:
      return "holiday_conflict";
    case ErrorCode::no_wording:
      return "no_wording";
    case ErrorCode::invalid_unit:
      return "invalid_unit";
    case ErrorCode::invalid_column:
      return "invalid_column";
    case ErrorCode::invalid_rows:
      return "invalid_rows";
    case ErrorCode::unsupported_type:
      return "unsupported_type";
    case ErrorCode::invalid_expression:
      return "invalid_expression";
    case ErrorCode::invalid_interval:
      return "invalid_interval";
    case ErrorCode::framework_invalid:
      return "framework_invalid";
    case ErrorCode::invalid_inputs:
      return "invalid_inputs";
    case ErrorCode::refused_values:
      return "refused_values";
    case ErrorCode::no_grades:
      return "no_grades";
    case ErrorCode::invalid_survey:
      return "invalid_survey";
    case ErrorCode::invalid_option:
      return "invalid_option";
    case ErrorCode::cycle:
      return "cycle";
    case ErrorCode::invalid_progress:
      return "invalid_progress";
    case ErrorCode::json_malformed:
      return "json_malformed";
    case ErrorCode::json_schema:
      return "json_schema";
  }
  return {};
}

std::string to_text(const Problem& problem, bool english) {
  const std::string& message = english ? problem.message_en : problem.message;
  return problem.where.empty() ? message : problem.where + ": " + message;
}

}  // namespace sauro::inline v0_1
