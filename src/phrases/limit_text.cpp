#include "sauro/core/error.hpp"
#include "sauro/phrases/time_limit.hpp"
#include "core/say.hpp"
#include "phrases/number_words.hpp"
#include "phrases/time_limits.hpp"

namespace sauro::inline v0_1 {
namespace {

using enum detail::Word;

constexpr std::size_t most_limit_tokens = 64;
constexpr std::string_view examples = "“10 ngày làm việc”, “08 giờ làm việc”, “30 phút”, “1 tháng”";

/// A text that is a limit and nothing else but what it is counted from.
class LimitText : public detail::LimitReader {
 public:
  explicit LimitText(std::string_view text)
      : LimitReader(text, detail::with_number_words(
                              detail::tokenize(text, detail::Numbers::whole, most_limit_tokens))) {}

  std::optional<TimeLimit> read() {
    limit_lead();
    const std::optional<TimeLimit> limit = length();
    if (half_day_) return std::nullopt;  // of which hours?
    if (at_ == tokens_.size()) return limit;
    eat_sign(',');
    const bool counted_from = is(ke) || is(tinh) || is(tu) || is(sau);
    return counted_from ? limit : std::nullopt;
  }
};

}  // namespace

TimeLimit parse_time_limit(std::string_view text) {
  if (const std::optional<TimeLimit> limit = LimitText(text).read()) return *limit;
  throw Error(ErrorCode::invalid_time_limit, detail::shortened(text),
              detail::say("không phải một thời hạn; hãy viết như {}",
                          "is no time limit; write it as {}", examples));
}

}  // namespace sauro::inline v0_1
