#include "sauro/core/error.hpp"

#include <utility>

namespace sauro::inline v0_1 {
namespace {

std::string compose(const std::vector<Problem>& problems) {
  std::string text = "[sauro " + std::to_string(static_cast<int>(problems.front().code)) + "] ";
  for (const Problem& problem : problems) {
    if (&problem != &problems.front()) text += '\n';
    text += to_text(problem);
  }
  return text;
}

}  // namespace

Error::Error(ErrorCode code, std::string where, Bilingual message)
    : Error({{code, std::move(where), std::move(message.vi), std::move(message.en)}}) {}

Error::Error(std::vector<Problem> problems)
    : std::runtime_error(compose(problems)), problems_(std::move(problems)) {}

}  // namespace sauro::inline v0_1
