#include "sauro/calendar/limit_preset.hpp"

#include <algorithm>
#include <charconv>

#include "data/limit_presets.hpp"

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::say;

std::optional<TimeLimit> limit_of(std::string_view amount, std::string_view unit) {
  if (amount.empty()) return std::nullopt;
  double count = 0;
  std::from_chars(amount.data(), amount.data() + amount.size(), count);
  return TimeLimit(count, try_parse<TimeUnit>(unit).value());
}

std::optional<Date> day_of(std::string_view iso) {
  return iso.empty() ? std::nullopt : std::optional(Date::from_iso(iso));
}

[[noreturn]] void refuse(std::string_view id, Bilingual why) {
  throw NotFoundError(ErrorCode::not_found, std::string(id), std::move(why));
}

}  // namespace

std::vector<LimitPreset> limit_presets() {
  std::vector<LimitPreset> presets;
  for (const auto& [id, title, title_en, amount, unit, counted, cut_off, decree, since, until, sure,
                    note] : detail::data::limit_presets) {
    presets.push_back({std::string(id), std::string(title), std::string(title_en),
                       limit_of(amount, unit), counted == "before", std::string(cut_off),
                       std::string(decree), day_of(since), day_of(until), std::string(sure),
                       std::string(note)});
  }
  return presets;
}

LimitPreset limit_preset(std::string_view id, const Date& on) {
  std::string names;
  bool is_known = false;
  for (LimitPreset& preset : limit_presets()) {
    if (names.find(preset.id) == std::string::npos)
      names += (names.empty() ? "" : ", ") + preset.id;
    if (preset.id != id) continue;
    is_known = true;
    const bool holds =
        (!preset.since || *preset.since <= on) && (!preset.until || on <= *preset.until);
    if (!holds) continue;
    if (preset.limit) return std::move(preset);
    refuse(id, say("ngày {} áp dụng {}, chưa tra được nội dung; hãy tự ghi thời hạn",
                   "on {} {} holds, whose words were not found; give the limit yourself",
                   on.to_iso(), preset.decree));
  }
  if (is_known) {
    refuse(id, say("chưa có quy định nào có hiệu lực vào ngày {}", "none was in force on {}",
                   on.to_iso()));
  }
  refuse(id, say("không có thời hạn mang tên này; hiện có: {}",
                 "there is no limit of this name; there are: {}", names));
}

}  // namespace sauro::inline v0_1
