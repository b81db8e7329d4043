#include "reading/prose_labels.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "sauro/text/fold.hpp"
#include "data/columns.hpp"
#include "data/prose_labels.hpp"
#include "reading/cell_text.hpp"
#include "reading/header_weights.hpp"
#include "reading/prose_outline.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_name_of_label = 90;  // bytes
constexpr std::string_view between_labels = ";.,([-";

constexpr std::array<std::pair<std::string_view, ProseRole>, 11> role_names{{
    {"lead", ProseRole::lead},
    {"lead_weak", ProseRole::lead_weak},
    {"coordinator", ProseRole::coordinator},
    {"coordinator_weak", ProseRole::coordinator_weak},
    {"timeframe", ProseRole::timeframe},
    {"timeframe_weak", ProseRole::timeframe_weak},
    {"start", ProseRole::start},
    {"product", ProseRole::product},
    {"content", ProseRole::content},
    {"target", ProseRole::target},
    {"other", ProseRole::other},
}};

std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  each_piece(list, '|', [&](std::string_view part) { parts.push_back(part); });
  return parts;
}

/// Words that abbreviations in labels and headers stand for.
const std::unordered_map<std::string_view, std::string_view, ViewHash>& short_labels() {
  static const std::unordered_map<std::string_view, std::string_view, ViewHash> all = [] {
    std::unordered_map<std::string_view, std::string_view, ViewHash> made;
    for (const auto& [role, heads, tails] : data::prose_labels) {
      if (role == std::string_view("short")) made.emplace(heads, tails);
    }
    return made;
  }();
  return all;
}

/// The labels of the data file, every head with every tail, and the names of columns.
class Labels {
 public:
  Labels() {
    for (const auto& [name, heads, tails] : data::prose_labels) {
      const std::string_view role = name;
      if (role == "drop") dropped_ = parts_of(heads);
      const auto found = std::find_if(role_names.begin(), role_names.end(),
                                      [&](const auto& one) { return one.first == role; });
      if (found != role_names.end()) add(found->second, parts_of(heads), parts_of(tails));
    }
    add_columns();
  }

  [[nodiscard]] std::optional<ProseRole> find(std::string_view text) const {
    std::string key = spelled_out(fold(text));
    for (const std::string_view word : dropped_) {
      if (key.size() > word.size() + 1 && key.ends_with(word) &&
          key[key.size() - word.size() - 1] == ' ') {
        key.resize(key.size() - word.size() - 1);
      }
    }
    const auto found = roles_.find(key);
    return found == roles_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void add(ProseRole role, const std::vector<std::string_view>& heads,
           const std::vector<std::string_view>& tails) {
    for (const std::string_view head : heads) {
      for (const std::string_view tail : tails) {
        std::string key(head);
        if (!head.empty() && !tail.empty()) key += ' ';
        key += tail;
        if (!key.empty()) roles_.try_emplace(std::move(key), role);
      }
    }
  }

  /// What heads a column of a table, where what follows it fits: "Hạn chót: 30/6".
  void add_columns() {
    constexpr std::array<std::pair<std::string_view, ProseRole>, 6> columns{{
        {"lead", ProseRole::lead_weak},
        {"maybe_lead", ProseRole::lead_weak},
        {"coordinator", ProseRole::coordinator_weak},
        {"timeframe", ProseRole::timeframe_weak},
        {"maybe_timeframe", ProseRole::timeframe_weak},
        {"product", ProseRole::product},
    }};
    for (const auto& [name, pattern, weight] : data::columns) {
      const std::string_view role = name;
      std::string_view words = pattern;
      if (words.starts_with('=')) words.remove_prefix(1);
      for (const auto& [known, meant] : columns) {
        if (known == role) roles_.try_emplace(std::string(words), meant);
      }
    }
  }

  std::unordered_map<std::string, ProseRole> roles_;
  std::vector<std::string_view> dropped_;
};

const Labels& labels() {
  static const Labels instance;
  return instance;
}

/// What a column with such a header holds, where it is called so in a few small words: "Đơn vị đầu
/// mối tham mưu", "Ngày phải xong"; no "Họp bàn thời gian".
std::optional<ProseRole> role_of_header(std::string_view name) {
  constexpr std::size_t longest = 60;  // bytes
  constexpr std::size_t most = 6;      // words
  constexpr int least = 7;             // weight
  if (name.size() > longest || name.find_first_of("(),;.:") != name.npos) return std::nullopt;
  std::size_t count = 1;
  for (std::size_t at = name.find(' '); at != name.npos; at = name.find(' ', at + 1), ++count) {
    if (starts_upper(name.substr(at + 1))) return std::nullopt;
  }
  if (count < 2 || count > most || starts_with_verb(name)) return std::nullopt;
  const Weights weights = weigh(name);
  const auto weight = [&](const char* role) {
    const auto found = weights.find(role);
    return found == weights.end() ? 0 : found->second;
  };
  const int helps = weight("coordinator");
  const int leads = weight("not_lead") != 0 ? 0 : weight("lead");
  const int due = weight("start") != 0 ? 0 : weight("timeframe");
  const int most_of_all = std::max({helps, leads, due});
  const int others = std::max({weight("other"), weight("title"), weight("product"),
                               weight("indicator"), weight("budget"), weight("document")});
  if (most_of_all < least || most_of_all <= others) return std::nullopt;
  return helps == most_of_all   ? ProseRole::coordinator_weak
         : leads == most_of_all ? ProseRole::lead_weak
                                : ProseRole::timeframe_weak;
}

/// A label inside a line: [at, colon).
struct Found {
  ProseRole role = ProseRole::other;
  std::size_t at = 0;
  std::size_t colon = 0;
};

/// Whether a name closes a bracket that opens before it: "phối hợp)" of "(phối hợp): rà soát".
bool closes_bracket(std::string_view name) {
  const std::size_t close = name.find_first_of(")]");
  return close != name.npos && name.find_first_of("([") > close;
}

/// The longest label that ends at `colon` and begins at `from` or behind a separator.
std::optional<Found> label_before(std::string_view line, std::size_t from, std::size_t colon) {
  std::size_t at = from;
  if (colon - from > longest_name_of_label) {  // what begins before that is too long for a label
    at = line.find_first_of(between_labels, colon - longest_name_of_label - 1);
    if (at >= colon) return std::nullopt;
    ++at;
  }
  while (at < colon) {
    const std::string_view name = trim(line.substr(at, colon - at));
    if (name.size() <= longest_name_of_label && !closes_bracket(name)) {
      if (const auto role = labels().find(name)) return Found{*role, at, colon};
      if (const auto role = role_of_header(name)) return Found{*role, at, colon};
    }
    at = line.find_first_of(between_labels, at);
    if (at == std::string_view::npos) break;
    ++at;
  }
  return std::nullopt;
}

/// Where the bracket closes in `text` of which `open` are open; npos where it doesn't.
std::size_t end_of_open_bracket(std::string_view text, int& open) {
  for (std::size_t at = text.find_first_of("()"); at != text.npos;
       at = text.find_first_of("()", at + 1)) {
    open += text[at] == '(' ? 1 : -1;
    if (open == 0) return at;
  }
  return text.npos;
}

/// Takes from the value of a label in a bracket what goes on behind that: "Quý I) và báo cáo".
std::string_view take_behind_bracket(std::string_view& value, std::string_view ahead, int& open) {
  if (const std::size_t at = ahead.rfind('('); at != ahead.npos && open == 0)
    open = ahead.find(')', at) == ahead.npos ? 1 : 0;
  if (open == 0) return {};
  const std::size_t end = end_of_open_bracket(value, open);
  if (end == value.npos) return {};
  const std::string_view behind = trim(value.substr(end + 1));
  if (without_separators(behind).empty()) return {};
  value = value.substr(0, end);
  return behind;
}

/// Colons of times of the day ("7:30") and of addresses part no label from its value.
std::vector<Found> find_all(std::string_view line) {
  std::vector<Found> found;
  std::size_t from = 0;
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
       colon = line.find(':', colon + 1)) {
    if (const auto label = label_before(line, from, colon)) {
      found.push_back(*label);
      from = colon + 1;
    }
  }
  return found;
}

}  // namespace

bool has_role(const std::vector<ProseField>& fields, ProseRole role) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const ProseField& field) { return field.role == role; });
}

std::string spelled_out(std::string key) {
  constexpr std::size_t longest_short = 4;  // letters
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    std::string_view words;
    if (end - at <= longest_short) {
      const auto found = short_labels().find(std::string_view(key).substr(at, end - at));
      if (found != short_labels().end()) words = found->second;
    }
    if (!words.empty()) key.replace(at, end - at, words);
    at = (words.empty() ? end : at + words.size()) + 1;
  }
  return key;
}

std::string as_one_sentence(std::string_view text) {
  constexpr std::size_t longest_abbreviation = 3;  // bytes
  std::string joined(text);
  for (std::size_t at = joined.find(". "); at != joined.npos; at = joined.find(". ", at + 1)) {
    const std::size_t space = joined.rfind(' ', at);
    const bool word = at - (space == joined.npos ? 0 : space + 1) > longest_abbreviation;
    if (word && starts_upper(std::string_view(joined).substr(at + 2))) joined[at] = ';';
  }
  return joined;
}

std::string_view without_separators(std::string_view text) {
  constexpr std::string_view separators = ";.,:[-/(";
  text = trim(text);
  auto opened = std::count(text.begin(), text.end(), '(');
  while (!text.empty()) {
    const char last = text.back();
    const bool closes = last == ')' && opened == 0;
    if (!closes && separators.find(last) == separators.npos) break;
    if (last == '(') --opened;
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

ProseLine find_prose_labels(std::string_view line) {
  const std::vector<Found> found = find_all(line);
  if (found.empty()) return {line, {}};
  ProseLine result;
  result.before = trim(line.substr(0, found.front().at));
  int open = 0;  // brackets
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? found[i + 1].at : line.size();
    const std::string_view name = line.substr(found[i].at, found[i].colon - found[i].at);
    std::string_view value = line.substr(found[i].colon + 1, end - found[i].colon - 1);
    const std::string_view ahead = i == 0 ? line.substr(0, found[i].at) : std::string_view{};
    if (const auto behind = take_behind_bracket(value, ahead, open); !behind.empty())
      result.after += (result.after.empty() ? "" : " ") + one_line(behind);
    result.starts.push_back(found[i].at);
    result.fields.push_back({found[i].role, one_line(name), one_line(without_separators(value))});
  }
  return result;
}

std::optional<ProseRole> prose_role(std::string_view words) {
  return words.size() > longest_name_of_label ? std::nullopt : labels().find(words);
}

bool starts_prose_label(std::string_view line) {
  const std::size_t colon = line.substr(0, longest_name_of_label).find(':');
  if (colon == std::string_view::npos) return false;
  const auto label = label_before(line, 0, colon);
  return label && label->at == 0;
}

}  // namespace sauro::inline v0_1::detail
