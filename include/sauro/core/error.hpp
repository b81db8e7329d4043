#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Base of every exception that leaves the library: one problem or more.
///
/// `what()` is "[sauro CODE] PLACE: MESSAGE" in Vietnamese, a line each problem.
class SAURO_API Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string where, Bilingual message);

  /// All at once; `problems` has one at least, whose code and place are those of the error.
  explicit Error(std::vector<Problem> problems);

  /// Stable number of this kind of error.
  [[nodiscard]] ErrorCode code() const noexcept { return problems_.front().code; }

  /// Place in the user's data of the first problem.
  [[nodiscard]] const std::string& where() const noexcept { return problems_.front().where; }

  /// What is wrong and the remedy, in Vietnamese, without code and place; of the first problem.
  [[nodiscard]] const std::string& message() const noexcept { return problems_.front().message; }

  /// The same in English.
  [[nodiscard]] const std::string& message_en() const noexcept {
    return problems_.front().message_en;
  }

  /// All that was found.
  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  std::vector<Problem> problems_;
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

}  // namespace sauro::inline v0_1
