#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"

namespace sauro::detail {

using Json = nlohmann::ordered_json;

/// Parses a text of bounded depth; throws ParseError(json_malformed) or ParseError(too_deep).
Json parse_json(std::string_view text);

/// Throws ValidationError(json_schema) with all problems, where there are any.
void refuse(const std::vector<std::string>& problems);

/// One value of the input, its place, and where problems are gathered. It refers to the value that
/// it came from, which has to live as long.
///
/// A type of the library is read by a free function `read_json(const JsonIn&, Type&)` in this
/// namespace.
class JsonIn {
 public:
  JsonIn(const Json& root, std::vector<std::string>& problems)
      : json_(root), parent_(nullptr), problems_(problems) {}

  void read(std::string& value) const;
  void read(bool& value) const;
  void read(double& value) const;
  void read(std::optional<double>& value) const;
  void read(std::optional<int>& value) const;
  void read(std::optional<Date>& value) const;
  template <class Int>
    requires std::is_integral_v<Int>
  void read(Int& value) const {
    constexpr std::int64_t most = std::is_same_v<Int, std::size_t> ? INT64_MAX : INT32_MAX;
    const bool fits = json_.is_number_integer() && json_.get<std::int64_t>() >= 0 &&
                      json_.get<std::int64_t>() <= most;
    fits ? void(value = static_cast<Int>(json_.get<std::int64_t>()))
         : fail("expected a whole number from 0 to " + std::to_string(most));
  }
  template <class Item>
  void read(std::vector<Item>& items) const {
    if (!json_.is_array()) {
      fail("expected a list");
      return;
    }
    items.resize(json_.size());
    for (std::size_t i = 0; i < items.size(); ++i) at(i).read(items[i]);
  }
  template <class Value>
    requires std::is_class_v<Value>
  void read(Value& value) const {
    read_json(*this, value);
  }

  /// Reads the member where it is there; what is written by hand may leave out what it doesn't
  /// have.
  template <class Value>
  void member(const char* name, Value& value) const {
    if (!json_.is_object()) {
      if (!failed_) fail("expected an object");
      failed_ = true;
      return;
    }
    if (const auto found = json_.find(name); found != json_.end()) {
      JsonIn(*this, *found, name, 0).read(value);
    }
  }

  void require(const char* name) const;
  void fail(const std::string& what) const;

  [[nodiscard]] const Json& json() const { return json_; }
  [[nodiscard]] JsonIn at(std::size_t index) const { return {*this, json_[index], {}, index}; }
  /// The member of an object that has it.
  [[nodiscard]] JsonIn at(const std::string& name) const {
    const auto found = json_.find(name);
    return {*this, *found, found.key(), 0};
  }

 private:
  JsonIn(const JsonIn& parent, const Json& json, std::string_view name, std::size_t index)
      : json_(json), parent_(&parent), name_(name), index_(index), problems_(parent.problems_) {}

  [[nodiscard]] std::string pointer() const;

  const Json& json_;
  const JsonIn* parent_;   ///< pointers are put together where one is needed
  std::string_view name_;  ///< in an object; empty in a list
  std::size_t index_ = 0;
  std::vector<std::string>& problems_;
  mutable bool failed_ = false;
};

}  // namespace sauro::detail
