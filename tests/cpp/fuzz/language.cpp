// Any text as a timeframe, as targets and as a file of holiday decisions: no crash, no exception of
// another library, and what must hold of every answer.
#include <cstdint>
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>

#include "outcome.hpp"

namespace {

void read_timeframe(const std::string& text) {
  const sauro::Timeframe read = sauro::parse_timeframe(
      text, {.year = 2026, .issued = sauro::Date(2026, 3, 20), .before_excludes_day = false});
  require(read.text == text);
  if (read.start && read.due) require(*read.start <= *read.due);
  for (std::size_t i = 1; i < read.occurrences.size(); ++i) {
    require(read.occurrences[i - 1].due < read.occurrences[i].due);
  }
  if (read.kind == sauro::TimeframeKind::unparsed) require(!read.due && read.occurrences.empty());
}

void read_targets(const std::string& text) {
  require(!sauro::parse_target(text).empty());
  for (const sauro::Target& target : sauro::find_targets(text)) {
    require(text.find(target.text) != std::string::npos);
  }
}

void read_decisions(std::string_view json) {
  try {
    sauro::VietnamOptions options;
    options.decisions = sauro::holiday_decisions_from_json(json);
    options.last_year = 2030;
    (void)sauro::WorkingCalendar::vietnam(options);
  } catch (const sauro::Error&) {
    return;  // refused with a place
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_decisions(bytes);
  if (sauro::find_invalid_utf8(bytes)) return 0;
  const std::string text = sauro::to_nfc(bytes);
  read_timeframe(text);
  read_targets(text);
  return 0;
}
