#include "reading/log_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "sauro/calendar/written_day.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/unicode.hpp"
#include "calendar/written_day.hpp"
#include "core/say.hpp"
#include "reading/number_format.hpp"
#include "text/parts.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr double whole_percent = 100;

std::string state_key(std::string_view words) { return fold(to_nfc(words)); }

const std::unordered_map<std::string, ProgressStatus>& known_states() {
  static const auto states = [] {
    std::unordered_map<std::string, ProgressStatus> all;
    for (const ProgressWords& one : progress_words()) {
      if (one.kind != "status") continue;
      for (const std::string& word : one.words) {
        all.emplace(state_key(word), *try_parse<ProgressStatus>(one.name));
      }
    }
    return all;
  }();
  return states;
}

std::optional<ProgressStatus> known_state(const std::string& key, const OwnStatuses& own) {
  for (const auto& [words, status] : own) {
    if (state_key(words) == key) return status;
  }
  const auto found = known_states().find(key);
  return found == known_states().end() ? std::nullopt : std::optional(found->second);
}

/// The number before a sign of percent, and the text without both.
std::optional<std::pair<double, std::string>> split_percent(std::string_view text) {
  const std::size_t sign = text.find('%');
  if (sign == std::string_view::npos) return std::nullopt;
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; };
  std::size_t end = sign;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t from = end;
  while (from > 0 && is_part(text[from - 1])) --from;
  const WrittenNumber number = read_number(text.substr(from, end - from));
  const std::optional<double> value = number.is_ambiguous() ? number.decimal : number.value;
  if (!value) return std::nullopt;
  return std::pair(*value, std::string(text.substr(0, from)) + std::string(text.substr(sign + 1)));
}

int day_number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

/// The words of a moment without its time of day, the word "ngày" and a stop at the end.
std::string day_words(std::string written) {
  while (!written.empty() && std::string_view(" .,;").find(written.back()) != std::string::npos) {
    written.pop_back();
  }
  std::vector<std::string> kept;
  for (std::string& word : parts_of(written, ' ')) {
    if (word.empty() || word.find(':') != std::string::npos) continue;
    if (kept.empty() && fold(to_nfc(word)) == "ngay") continue;
    kept.push_back(std::move(word));
  }
  return joined(kept, " ");
}

std::vector<std::string> day_parts(std::string text) {
  for (char& c : text) {
    if (c == '-' || c == '.') c = '/';
  }
  return parts_of(text, '/');
}

Bilingual no_day_text(const std::string& written) {
  return say("'{}' không phải là ngày; viết như 31/12/2026 hoặc 2026-12-31",
             "'{}' is no day; expected 31/12/2026 or 2026-12-31", written);
}

/// "1026-03-09", of a year before those of Date.
std::string early_text(const YearMonthDay& day) {
  const auto digits = [](int number, std::size_t count) {
    const std::string text = std::to_string(number);
    return std::string(count - std::min(count, text.size()), '0') + text;
  };
  return digits(day.year, 4) + "-" + digits(day.month, 2) + "-" + digits(day.day, 2);
}

}  // namespace

std::optional<LoggedState> logged_state(std::string_view words, const OwnStatuses& own) {
  const std::string key = state_key(words);
  if (const auto status = known_state(key, own)) return LoggedState{status, {}};
  const auto split = split_percent(words);
  if (!split) return std::nullopt;
  const auto& [percent, rest] = *split;
  const std::string left = state_key(rest);
  std::optional<ProgressStatus> status =
      percent > 0 ? ProgressStatus::in_progress : ProgressStatus::not_started;
  if (!left.empty()) status = known_state(left, own);
  if (!status) return std::nullopt;
  if (percent >= whole_percent && status == ProgressStatus::in_progress) {
    status = ProgressStatus::done;
  } else if (percent < whole_percent && status == ProgressStatus::done) {
    status = ProgressStatus::in_progress;  // "Hoàn thành 80%" is not done
  }
  return LoggedState{status, percent};
}

std::string status_choices() {
  std::vector<std::string> choices;
  for (const ProgressWords& one : progress_words()) {
    if (one.kind == "status") choices.push_back(one.words[1]);
  }
  return joined(choices, ", ");
}

std::optional<Date> logged_serial(double serial) {
  constexpr double first = 36526;  // 2000-01-01
  constexpr double last = 73051;   // 2100-01-01
  if (!(serial >= first && serial < last)) return std::nullopt;
  return day_of_serial(serial, false);
}

LoggedDay logged_day(const std::string& written, std::optional<int> year) {
  constexpr int century = 2000;
  if (const auto found = written_day(written)) {
    const auto day = Date::try_make(found->year, found->month, found->day);
    if (day) return {day, {}};
    const std::string iso = early_text(*found);
    return {{}, say("{} trước năm 1400", "{} is before the year 1400", iso)};
  }
  const std::string bare = day_words(written);
  if (const auto day = try_parse_day(bare)) return {day, {}};
  if (const int serial = day_number(bare); serial > 0) {
    if (const auto day = logged_serial(serial)) return {day, {}};
  }
  const std::vector<std::string> parts = day_parts(bare);
  const bool is_short = parts.size() == 3 && parts[2].size() == 2;
  if (parts.size() != 2 && !is_short) return {{}, no_day_text(written)};
  const int day = day_number(parts[0]);
  const int month = day_number(parts[1]);
  if (!is_short && !year && Date::try_make(century, month, day)) {
    return {{},
            say("'{}' thiếu năm; viết như 31/12/2026", "'{}' has no year; expected 31/12/2026",
                written)};
  }
  const int of_year = is_short ? century + day_number(parts[2]) : year.value_or(0);
  const auto found = Date::try_make(of_year, month, day);
  return found ? LoggedDay{found, {}} : LoggedDay{{}, no_day_text(written)};
}

Bilingual no_number(const std::string& written) {
  return say("'{}' không phải là số", "'{}' is no number", written);
}

PercentColumn::PercentColumn(const Grid& grid, std::optional<std::size_t> column, bool plain)
    : grid_(grid), column_(column), plain_(plain) {
  for (std::size_t row = 0; column && row < grid.rows.size(); ++row) {
    const std::optional<double> value = has_sign(row) ? std::nullopt : number(row);
    if (!value) continue;
    has_parts_ = has_parts_ || (*value > 0 && *value < 1);
    has_more_ = has_more_ || *value > 1;
  }
}

std::optional<double> PercentColumn::number(std::size_t row) const {
  const GridCell& cell = grid_.cell(row, *column_);
  if (const auto* value = std::get_if<double>(&cell)) return *value;
  const WrittenNumber read = read_number(text_of(cell));
  // so small a most leaves one reading of "99.125"
  return read.is_ambiguous() ? read.decimal : read.value;
}

bool PercentColumn::has_sign(std::size_t row) const {
  const std::vector<std::size_t>& signs = grid_.rows[row].percents;
  if (std::find(signs.begin(), signs.end(), *column_) != signs.end()) return true;
  const auto* text = std::get_if<std::string>(&grid_.cell(row, *column_));
  return text != nullptr && text->find('%') != std::string::npos;
}

std::pair<std::optional<double>, Bilingual> PercentColumn::read(std::size_t row) const {
  const std::optional<double> value = number(row);
  const std::string written = text_of(grid_.cell(row, *column_));
  if (!value) return {{}, no_number(written)};
  if (plain_ || has_sign(row) || *value <= 0 || *value > 1) return {value, {}};
  if (has_parts_ && !has_more_) {
    constexpr double noise = 1e10;
    return {std::round(*value * whole_percent * noise) / noise, {}};
  }
  if (has_more_ && *value == 1 && !has_parts_) return {value, {}};
  return {{},
          say("không rõ {0} là {0}% hay là phần của 1; hãy ghi kèm dấu %",
              "can't tell whether {0} is {0}% or a share of 1; write it with the sign %", written)};
}

}  // namespace sauro::inline v0_1::detail
