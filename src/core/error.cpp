#include "sauro/core/error.hpp"

#include <algorithm>
#include <utility>

namespace sauro {
namespace {

std::string compose(const std::vector<Problem>& problems) {
  std::string text = "[sauro " + std::to_string(static_cast<int>(problems.front().code)) + "] ";
  for (const Problem& problem : problems) {
    if (&problem != &problems.front()) text += '\n';
    text += to_text(problem);
  }
  return text;
}

/// A problem for each line of a message in one language.
std::vector<Problem> by_line(ErrorCode code, const std::string& where, const std::string& text) {
  std::vector<Problem> problems;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    const bool is_first = problems.empty();
    if (is_first && !where.empty() && line.rfind(where + ": ", 0) == 0) {
      line.erase(0, where.size() + 2);
    }
    problems.push_back({code, is_first ? where : "", line, line});
  }
  return problems;
}

}  // namespace

Error::Error(ErrorCode code, std::string where, Bilingual message)
    : Error({{code, std::move(where), std::move(message.vi), std::move(message.en)}}) {}

Error::Error(ErrorCode code, std::string where, const std::string& message)
    : Error(by_line(code, where, message)) {}

Error::Error(std::vector<Problem> problems)
    : std::runtime_error(compose(problems)), problems_(std::move(problems)) {}

}  // namespace sauro
