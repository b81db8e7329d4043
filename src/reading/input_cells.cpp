// What stands in a cell of inputs, and which variable it is of.
#include "reading/input_cells.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "sauro/calendar/written_day.hpp"
#include "sauro/core/error.hpp"
#include "sauro/reading/read_inputs.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "text/letters.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1 {
namespace detail {
namespace {

/// True for "có", "đạt", "x", false for "không", "chưa"; nothing for other words.
std::optional<bool> yes_or_no(const std::string& text) {
  constexpr std::array<std::string_view, 7> yes = {"có", "đạt", "đúng", "yes", "true", "x", "1"};
  constexpr std::array<std::string_view, 7> no = {"không", "không đạt", "chưa", "sai",
                                                  "no",    "false",     "0"};
  const auto among = [&](const auto& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return tone_key(word) == tone_key(text); });
  };
  if (among(yes)) return true;
  if (among(no)) return false;
  return std::nullopt;
}

[[noreturn]] void refuse_value(Bilingual message) {
  throw Error(ErrorCode::invalid_inputs, "", std::move(message));
}

double day_in_cell(const GridCell& cell) {
  if (const auto* day = std::get_if<Date>(&cell)) return day->day_number();
  const std::string text = tidy(cell);
  const std::optional<Date> day = try_parse_day(text);
  if (!day) {
    refuse_value({"'" + text + "' không phải là ngày; viết như 31/12/2026",
                  "'" + text + "' is no day; expected 31/12/2026 or 2026-12-31"});
  }
  return day->day_number();
}

/// "1,000": thousands in English, and one in Vietnamese, of which nobody writes decimals of counts.
bool may_be_thousands(std::string_view text) {
  const std::size_t comma = text.find(',');
  const auto digits = [](std::string_view part) {
    return part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return comma != std::string_view::npos && comma > 0 && comma < 4 && text.size() == comma + 4 &&
         digits(text.substr(0, comma)) && digits(text.substr(comma + 1)) && text[0] != '0';
}

std::optional<double> number_of_label(const std::string& label) {
  if (label.empty() || label.find_first_not_of("0123456789.,-") != std::string::npos) return {};
  try {
    return parse_number(label);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// The number of a cell as a value: where labels of a choice are numbers themselves, the one that
/// it is; else their place.
double number_as(double number, const Variable& variable) {
  bool numbers = false;
  for (std::size_t i = 0; i < variable.values.size(); ++i) {
    const std::optional<double> label = number_of_label(variable.values[i]);
    if (label == number) return static_cast<double>(i);
    numbers = numbers || label;
  }
  if (numbers) {
    const std::string text = text_of(GridCell(number));
    const std::string list = joined(variable.values, ", ");
    refuse_value({"'" + text + "' không thuộc " + list, "'" + text + "' is none of " + list});
  }
  return number;
}

/// Columns of the rule of a criterion; none where there is no such criterion.
std::vector<std::string> needed_by(std::string_view code, const Framework& framework) {
  for (const Criterion& one : framework.criteria()) {
    if (!code.empty() && one.code == code) return names_of(one.rule);
  }
  return {};
}

std::string some_variables(const Framework& framework) {
  constexpr std::size_t shown = 12;
  std::vector<std::string> names;
  for (const Variable& one : framework.variables()) {
    if (names.size() < shown) names.push_back(one.name);
  }
  return joined(names, ", ") + (framework.variables().size() > shown ? ", ..." : "");
}

}  // namespace

std::string tidy(const GridCell& cell) { return to_nfc(text_of(cell)); }

std::string place_name(const GridCell& cell) {
  const std::string text = tidy(cell);
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(find_space(text, at), text.size());
    if (end > at && !name.empty()) name += ' ';
    name.append(text, at, end - at);
    at = end == text.size() ? end : end + decode(text, end).size;
  }
  return name;
}

const Variable* VariableNames::find_exactly(std::string_view name) const {
  if (const Variable* found = framework_.variable(name)) return found;
  const std::vector<std::string> needed = needed_by(name, framework_);
  return needed.size() == 1 ? framework_.variable(needed[0]) : nullptr;
}

void VariableNames::add(std::string_view words, const Variable* variable, bool untitled) {
  const std::string composed = to_nfc(words);
  const std::string plain = fold(composed);
  if (plain.empty()) return;
  const auto put = [&](Meant& meant) {
    if (std::find(meant.begin(), meant.end(), variable) == meant.end()) meant.push_back(variable);
  };
  put(plain_[plain]);
  put(marked_[untitled ? "=" + plain : tone_key(composed)]);
}

const VariableNames::Meant* VariableNames::meant_by(std::string_view name) {
  if (plain_.empty()) {
    for (const Variable& one : framework_.variables()) {
      add(one.name, &one, one.title.vi.empty());
      add(one.title.vi, &one);
      add(one.title.en, &one);
    }
    for (const Criterion& one : framework_.criteria()) {
      const std::vector<std::string> needed = names_of(one.rule);
      const Variable* variable = needed.size() == 1 ? framework_.variable(needed[0]) : nullptr;
      if (variable == nullptr) continue;
      for (const std::string& words : {one.code, one.title.vi, one.title.en}) add(words, variable);
      add(one.code + " " + one.title.vi, variable);
    }
  }
  const auto look = [](const auto& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
  };
  const std::string composed = to_nfc(name);
  const std::string plain = fold(composed);
  const std::string marked = tone_key(composed);
  if (marked == plain) return look(plain_, plain);
  const Meant* meant = look(marked_, marked);
  return meant != nullptr ? meant : look(marked_, "=" + plain);
}

const Variable* VariableNames::find(std::string_view name) {
  if (const Variable* found = find_exactly(name)) return found;
  const Meant* meant = meant_by(name);
  return meant != nullptr && meant->size() == 1 ? meant->front() : nullptr;
}

Bilingual VariableNames::no_variable(std::string_view name) {
  const std::vector<std::string> needed = needed_by(name, framework_);
  if (needed.size() > 1) {
    return say("tiêu chí {} tính từ {}: hãy cho từng giá trị này",
               "criterion {} has a rule over {}: give these", name, joined(needed, ", "));
  }
  if (const Meant* meant = meant_by(name)) {
    std::vector<std::string> names;
    for (const Variable* one : *meant) names.push_back(one->name);
    return say("“{}” có thể là các biến {}: hãy viết tên biến",
               "\"{}\" may be the variables {}: write the name of one", name, joined(names, ", "));
  }
  return say("bộ tiêu chí không có biến hay tiêu chí “{}”; có {}",
             "the framework has no variable or criterion \"{}\"; it has {}", name,
             some_variables(framework_));
}

}  // namespace detail

const Variable& variable_named(std::string_view name, const Framework& framework) {
  detail::VariableNames names(framework);
  if (const Variable* found = names.find(name)) return *found;
  throw ValidationError(ErrorCode::invalid_inputs, std::string(name), names.no_variable(name));
}

double value_in(const GridCell& cell, const Variable& variable) {
  if (is_blank(cell)) return detail::unfilled;
  if (variable.kind == VariableKind::date) return detail::day_in_cell(cell);
  if (const auto* number = std::get_if<double>(&cell)) return detail::number_as(*number, variable);
  if (const auto* yes = std::get_if<bool>(&cell)) {
    if (variable.kind == VariableKind::yes_no) return *yes ? 1 : 0;
    detail::refuse_value({"đúng/sai không phải là số: biến này cần một giá trị loại khác",
                          "true and false are no values of this variable"});
  }
  const std::string text = detail::tidy(cell);
  const auto label = std::find(variable.values.begin(), variable.values.end(), text);
  if (label != variable.values.end()) {
    return static_cast<double>(label - variable.values.begin());
  }
  if (variable.kind == VariableKind::yes_no) {
    if (const std::optional<bool> yes = detail::yes_or_no(text)) return *yes ? 1 : 0;
  }
  if (variable.kind == VariableKind::count && detail::may_be_thousands(text)) {
    std::string whole = text;
    std::erase(whole, ',');
    detail::refuse_value(
        {"'" + text + "' có thể là " + whole + " hoặc " + text + "0; hãy viết " +
             "lại thành một số nguyên",
         "'" + text + "' could be " + whole + " or " + text + "0; write it as a whole number"});
  }
  if (variable.kind == VariableKind::choice && !variable.values.empty()) {
    const std::string list = detail::joined(variable.values, ", ");
    detail::refuse_value(
        {"'" + text + "' không thuộc " + list, "'" + text + "' is none of " + list});
  }
  return parse_number(text);
}

}  // namespace sauro::inline v0_1
