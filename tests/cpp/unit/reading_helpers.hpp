#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/sauro.hpp"

/// Reads a text whose tables write ¦ for a tab, so that they can be read here too.
inline sauro::Plan read_text(std::string_view text, sauro::Format format = sauro::Format::text) {
  std::string tabbed(text);
  for (std::size_t at = tabbed.find("¦"); at != std::string::npos; at = tabbed.find("¦", at)) {
    tabbed.replace(at, std::string_view("¦").size(), "\t");
  }
  sauro::ReadOptions options;
  options.format = format;
  sauro::Plan plan = sauro::read_plan_text(tabbed, options);
  CHECK(plan.coverage.lost() == 0);
  return plan;
}

/// A document that consists of one table of tasks with these rows.
inline sauro::Plan read_rows(const std::string& rows) {
  return read_text("STT¦Nhiệm vụ¦Sản phẩm¦Cơ quan chủ trì¦Cơ quan phối hợp¦Thời gian\n" + rows);
}

inline std::vector<std::string> ids(const sauro::Plan& plan) {
  std::vector<std::string> out;
  for (const sauro::Task& task : plan.tasks) out.push_back(task.id);
  return out;
}

using Strings = std::vector<std::string>;

/// Each problem is said in Vietnamese, and in other words in English.
inline void check_languages(const sauro::Error& error) {
  for (const sauro::Problem& problem : error.problems()) {
    CAPTURE(problem.message_en);
    CHECK_FALSE(problem.message_en.empty());
    CHECK(problem.message != problem.message_en);
    CHECK(std::any_of(problem.message.begin(), problem.message.end(),
                      [](char c) { return (c & 0x80) != 0; }));
  }
}

/// The code of the error that `call` throws, or 0.
template <class Call>
int code_of(Call call) {
  try {
    call();
  } catch (const sauro::Error& error) {
    check_languages(error);
    return static_cast<int>(error.code());
  }
  return 0;
}

template <>
struct doctest::StringMaker<Strings> {
  static doctest::String convert(const Strings& strings) {
    std::string out = "{";
    for (const std::string& text : strings) out += "\"" + text + "\", ";
    return (out + "}").c_str();
  }
};

/// All problems of an error in English, a line each: with their places, or the messages alone.
inline std::string english(const sauro::Error& error, bool with_places = true) {
  check_languages(error);
  std::string text;
  for (const sauro::Problem& problem : error.problems()) {
    text += text.empty() ? "" : "\n";
    text += with_places ? to_text(problem, true) : problem.message_en;
  }
  return text;
}

/// The error that `call` throws, in English with its places; empty where it throws none.
template <class Call>
std::string refusal_of(Call call, bool with_places = true) {
  try {
    call();
  } catch (const sauro::Error& error) {
    return english(error, with_places);
  }
  return "";
}
