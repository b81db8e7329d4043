#pragma once

/// Texts of problems, in Vietnamese and in English: `say("có {} dòng", "has {} rows", 3)`.

#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sauro/core/problem.hpp"

namespace sauro::inline v0_1::detail {

/// `pattern` with the words at its {} in order, or at {0}, {1}, ...; words are taken as they are.
std::string filled(std::string_view pattern, const std::vector<std::string>& words);

/// The same in both languages.
Bilingual filled(std::string_view vi, std::string_view en, std::initializer_list<Bilingual> words);

/// A text of a file as a message holds it: of a very long one its beginning.
std::string shortened(std::string_view text);

/// A value inside a text: alike in both languages, unless it has a form for each.
template <class Value>
Bilingual said(const Value& value) {
  if constexpr (std::is_same_v<Value, Bilingual>) {
    return value;
  } else if constexpr (std::is_integral_v<Value>) {
    return {std::to_string(value), std::to_string(value)};
  } else {
    const std::string text = shortened(value);
    return {text, text};
  }
}

/// A text with values at its {}, or at {0}, {1}, ... where their order differs.
template <class... Values>
Bilingual say(std::string_view vi, std::string_view en, const Values&... values) {
  return filled(vi, en, {said(values)...});
}

/// One text after another; an empty one is left out, with what stands between them.
Bilingual joined(const Bilingual& first, std::string_view between, const Bilingual& second);

// what several rooms say

/// "x has 2 rows, expected 3", or that alone.
Bilingual wrong_length(const Bilingual& what, std::size_t rows, std::size_t expected);

/// "expected "x""
Bilingual expected_text(std::string_view text);

/// "found "x""
Bilingual found_text(std::string_view text);

/// "expected a number from 1 to 4"
Bilingual expected_number(int low, int high);

/// "a share lies between 0 and 1"
Bilingual expected_share();

/// "no number: "x""
Bilingual no_number(std::string_view text);

/// "holds controls: "x␁"", of a text as it may be shown
Bilingual holds_controls(std::string_view shown);

/// "there is no such file"
Bilingual no_such_file();

/// "the plan has no task "1.I.9""
Bilingual no_task_in_plan(std::string_view id);

}  // namespace sauro::inline v0_1::detail
