#include "writing/json_in.hpp"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_levels = 64;

/// What the library says, without its own number.
std::string reason(const std::exception& error) {
  std::string what = error.what();
  if (const auto start = what.find("] "); start != std::string::npos) what.erase(0, start + 2);
  return what;
}

}  // namespace

/// Takes what the parser meets and links it to a tree.
class JsonBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit JsonBuilder(JsonDocument& document) : document_(document) {}

  bool null() { return add(JsonNode{}); }
  bool boolean(bool truth) { return add({.type = JsonNode::Type::boolean, .truth = truth}); }
  bool number_integer(number_integer_t number) {
    return add({.type = JsonNode::Type::integer,
                .integer = number,
                .number = static_cast<double>(number)});
  }
  bool number_unsigned(number_unsigned_t number) {
    if (number <= INT64_MAX) return number_integer(static_cast<number_integer_t>(number));
    return add({.type = JsonNode::Type::number, .number = static_cast<double>(number)});
  }
  bool number_float(number_float_t number, const string_t& /*text*/) {
    return add({.type = JsonNode::Type::number, .number = number});
  }
  bool string(string_t& text) {
    if (!has_controls(text)) return add({.type = JsonNode::Type::text, .text = kept(text)});
    std::string plain = without_controls(text);
    add({.type = JsonNode::Type::text, .text = kept(plain)});
    document_.dropped_.emplace_back(&document_.nodes_.back(), std::move(text));
    return true;
  }
  bool binary(binary_t& /*bytes*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(JsonNode::Type::object); }
  bool start_array(std::size_t /*size*/) { return open(JsonNode::Type::list); }
  bool end_object() {
    refuse_repeated_keys(*open_.back().node);
    return close();
  }
  bool end_array() { return close(); }
  bool key(string_t& name) {
    if (has_controls(name)) name = visible_text(name);
    key_ = kept(name);
    return true;
  }
  [[noreturn]] bool parse_error(std::size_t byte, const std::string& /*token*/,
                                const nlohmann::json::exception& error) {
    throw ParseError(ErrorCode::json_malformed, "byte " + std::to_string(byte),
                     say("JSON sai cú pháp: {}", "not well-formed JSON: {}", reason(error)));
  }

 private:
  std::string_view kept(string_t& text) { return document_.texts_.emplace_back(std::move(text)); }

  bool add(JsonNode node) {
    constexpr std::size_t every = 64;  // the clock takes as long as a node
    if (document_.nodes_.size() % every == 0) poll();
    node.key = std::exchange(key_, {});
    if (!open_.empty()) {
      Open& parent = open_.back();
      node.parent = parent.node;
      node.place = parent.node->size++;
    }
    JsonNode& stored = document_.nodes_.emplace_back(node);
    if (!open_.empty()) {
      Open& parent = open_.back();
      (parent.last == nullptr ? parent.node->first : parent.last->next) = &stored;
      parent.last = &stored;
    }
    return true;
  }

  bool open(JsonNode::Type type) {
    if (open_.size() > most_levels) {
      throw ParseError(
          ErrorCode::too_deep, "",
          say("JSON lồng nhau quá {} tầng", "the JSON nests deeper than {} levels", most_levels));
    }
    add({.type = type});
    open_.push_back({&document_.nodes_.back(), nullptr});
    return true;
  }

  /// Which of two members of one name is meant, nobody can say.
  void refuse_repeated_keys(const JsonNode& object) {
    members_.clear();
    for (const JsonNode* one = object.first; one != nullptr; one = one->next) {
      members_.push_back(one);
    }
    std::ranges::stable_sort(members_, {}, &JsonNode::key);
    for (std::size_t i = 1; i < members_.size(); ++i) {
      if (members_[i]->key != members_[i - 1]->key) continue;
      JsonIn(document_, *members_[i])
          .fail({"thành phần này có hai lần", "this member stands twice"});
    }
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  struct Open {
    JsonNode* node;
    JsonNode* last;
  };

  JsonDocument& document_;
  std::vector<Open> open_;
  std::vector<const JsonNode*> members_;  ///< of the object that ends
  std::string_view key_;
};

JsonDocument::JsonDocument(std::string_view text) {
  JsonBuilder builder(*this);
  nlohmann::json::sax_parse(text, &builder);
}

JsonIn JsonDocument::root() { return {*this, nodes_.front()}; }

void JsonDocument::refuse_problems() {
  take_dropped([](const JsonIn& in, const std::string& written) {
    in.fail(holds_controls(visible_text(written)));
  });
  if (!problems_.empty()) throw ValidationError(std::move(problems_));
}

std::optional<JsonIn> JsonIn::find(std::string_view name) const noexcept {
  for (const JsonNode* one = node_->first; one != nullptr; one = one->next) {
    if (is_object() && one->key == name) return JsonIn(*document_, *one);
  }
  return std::nullopt;
}

std::string JsonIn::pointer() const {
  std::string text;
  for (const JsonNode* at = node_; at->parent != nullptr; at = at->parent) {
    const bool in_list = at->parent->type == Type::list;
    std::string name = in_list ? std::to_string(at->place) : std::string(at->key);
    for (std::size_t i = 0; i < name.size(); ++i) {  // RFC 6901
      if (name[i] == '~') name.replace(i++, 1, "~0");
      if (name[i] == '/') name.replace(i++, 1, "~1");
    }
    text.insert(0, "/" + name);
  }
  return text.empty() ? "(root)" : text;
}

void JsonIn::fail(Bilingual what) const {
  document_->add({ErrorCode::json_schema, pointer(), std::move(what.vi), std::move(what.en)});
}

bool JsonIn::expect_object() const {
  if (!is_object()) fail({"cần một đối tượng", "expected an object"});
  return is_object();
}

bool JsonIn::expect_list() const {
  if (!is_list()) fail({"cần một danh sách", "expected a list"});
  return is_list();
}

void JsonIn::require(std::string_view name) const {
  if (!is_object() || has(name)) return;
  fail(say("thiếu thành phần \"{}\"", "the member \"{}\" is missing", name));
}

void JsonIn::refuse_member(std::string_view name, std::string_view names) const {
  fail(
      say("không có thành phần \"{}\"; có {}", "unknown member \"{}\"; there are {}", name, names));
}

void JsonIn::expect_schema(std::string_view schema) const {
  const std::optional<JsonIn> found = find("schema");
  if (found && found->is_text() && found->text() == schema) return;
  found ? found->fail(expected_text(schema)) : require("schema");
}

}  // namespace sauro::inline v0_1::detail
