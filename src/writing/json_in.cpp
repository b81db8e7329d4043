#include "writing/json_in.hpp"

#include "sauro/core/error.hpp"

namespace sauro::detail {
namespace {

constexpr std::size_t max_depth = 64;

/// What the library says, without its own number.
std::string reason(const std::exception& error) {
  std::string what = error.what();
  if (const auto start = what.find("] "); start != std::string::npos) what.erase(0, start + 2);
  return what;
}

/// Counts brackets outside of texts; cheaper than a callback for every value of the parser.
void check_depth(std::string_view text) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') ++i;
      if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '[' || c == '{') {
      if (++depth > max_depth + 1) {
        throw ParseError(ErrorCode::too_deep, "",
                         "the JSON nests deeper than " + std::to_string(max_depth) + " levels");
      }
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
}

}  // namespace

void JsonIn::read(std::string& value) const {
  if (json_.is_string()) {
    value = json_.get<std::string>();
  } else if (!json_.is_null()) {
    fail("expected a text");
  }
}

void JsonIn::read(bool& value) const {
  json_.is_boolean() ? void(value = json_.get<bool>()) : fail("expected true or false");
}

void JsonIn::read(double& value) const {
  json_.is_number() ? void(value = json_.get<double>()) : fail("expected a number");
}

void JsonIn::read(std::optional<double>& value) const {
  if (json_.is_null()) return;
  double number = 0;
  read(number);
  value = number;
}

void JsonIn::read(std::optional<int>& value) const {
  if (json_.is_null()) return;
  int number = 0;
  read(number);
  value = number;
}

void JsonIn::read(std::optional<Date>& value) const {
  if (json_.is_null()) return;
  std::string text;
  read(text);
  try {
    value = Date::from_iso(text);
  } catch (const Error&) {
    fail("expected a real day as YYYY-MM-DD or null, found \"" + text + "\"");
  }
}

void JsonIn::require(const char* name) const {
  if (json_.is_object() && !json_.contains(name)) {
    fail(std::string("the member \"") + name + "\" is missing");
  }
}

std::string JsonIn::pointer() const {
  if (parent_ == nullptr) return {};
  const bool in_list = parent_->json_.is_array();
  return parent_->pointer() + "/" + (in_list ? std::to_string(index_) : std::string(name_));
}

void JsonIn::fail(const std::string& what) const {
  const std::string at = pointer();
  problems_.push_back((at.empty() ? "(root)" : at) + ": " + what);
}

Json parse_json(std::string_view text) {
  check_depth(text);
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    throw ParseError(ErrorCode::json_malformed, "byte " + std::to_string(error.byte),
                     "not well-formed JSON: " + reason(error));
  } catch (const nlohmann::json::exception& error) {  // a number that no double holds
    throw ParseError(ErrorCode::json_malformed, "", "JSON that can't be read: " + reason(error));
  }
}

void refuse(const std::vector<std::string>& problems) {
  if (problems.empty()) return;
  std::string all;
  for (const std::string& problem : problems) all += (all.empty() ? "" : "\n") + problem;
  const std::string& first = problems.front();
  throw ValidationError(ErrorCode::json_schema, first.substr(0, first.find(": ")), all);
}

}  // namespace sauro::detail
