#include "sauro/core/error.hpp"

#include <utility>

namespace sauro {
namespace {

std::string compose(ErrorCode code, const std::string& where, const std::string& message) {
  std::string text = "[sauro " + std::to_string(static_cast<int>(code)) + "] ";
  if (!where.empty()) {
    text += where + ": ";
  }
  return text + message;
}

}  // namespace

Error::Error(ErrorCode code, std::string where, const std::string& message)
    : std::runtime_error(compose(code, where, message)),
      code_(code),
      where_(std::move(where)),
      message_(message) {}

}  // namespace sauro
