#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/problem.hpp"

namespace sauro::inline v0_1::detail {

/// One value of a document.
struct JsonNode {
  enum class Type : std::uint8_t { null, boolean, integer, number, text, list, object };

  Type type = Type::null;
  bool truth = false;
  std::int64_t integer = 0;
  double number = 0;           ///< of integers too
  std::string_view text = {};  ///< of texts
  std::string_view key = {};   ///< in an object
  std::size_t place = 0;       ///< among the values of its parent
  std::size_t size = 0;        ///< values of a list or object
  const JsonNode* parent = nullptr;
  const JsonNode* first = nullptr;  ///< of its values
  const JsonNode* next = nullptr;   ///< of its parent's values
};

class JsonIn;

/// A text of JSON that was read, and the problems that are found in it.
class JsonDocument {
 public:
  /// Throws ParseError(json_malformed) or ParseError(too_deep).
  explicit JsonDocument(std::string_view text);
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  [[nodiscard]] JsonIn root();
  /// Members that a type doesn't have are problems from now on.
  void refuse_unknown_members() noexcept { is_strict_ = true; }
  [[nodiscard]] bool is_strict() const noexcept { return is_strict_; }
  /// Calls `visit` with each text that held controls, which were taken out, and how it was written;
  /// what nobody asks for is a problem.
  template <class Visit>
  void take_dropped(Visit visit);
  void add(Problem problem) { problems_.push_back(std::move(problem)); }
  /// Throws ValidationError with all problems, where there are any.
  void refuse_problems();

 private:
  friend class JsonBuilder;

  std::deque<JsonNode> nodes_;
  std::deque<std::string> texts_;
  std::vector<Problem> problems_;
  std::vector<std::pair<const JsonNode*, std::string>> dropped_;
  bool is_strict_ = false;
};

/// A value of a document; cheap to copy, alive as long as the document.
class JsonIn {
 public:
  using Type = JsonNode::Type;

  JsonIn(JsonDocument& document, const JsonNode& node) : document_(&document), node_(&node) {}

  [[nodiscard]] Type type() const noexcept { return node_->type; }
  [[nodiscard]] bool is_null() const noexcept { return type() == Type::null; }
  [[nodiscard]] bool is_text() const noexcept { return type() == Type::text; }
  [[nodiscard]] bool is_list() const noexcept { return type() == Type::list; }
  [[nodiscard]] bool is_object() const noexcept { return type() == Type::object; }
  [[nodiscard]] bool is_boolean() const noexcept { return type() == Type::boolean; }
  [[nodiscard]] bool is_number() const noexcept {
    return type() == Type::number || type() == Type::integer;
  }
  [[nodiscard]] std::string_view text() const noexcept { return node_->text; }
  [[nodiscard]] double number() const noexcept { return node_->number; }
  [[nodiscard]] std::int64_t integer() const noexcept { return node_->integer; }
  [[nodiscard]] bool truth() const noexcept { return node_->truth; }
  [[nodiscard]] std::string_view key() const noexcept { return node_->key; }
  [[nodiscard]] std::size_t size() const noexcept { return node_->size; }
  [[nodiscard]] JsonDocument& document() const noexcept { return *document_; }

  /// The member of that name, or nothing.
  [[nodiscard]] std::optional<JsonIn> find(std::string_view name) const noexcept;
  [[nodiscard]] bool has(std::string_view name) const noexcept { return find(name).has_value(); }
  /// Calls `visit` with each value of a list or object, in order.
  template <class Visit>
  void each(Visit visit) const {
    for (const JsonNode* one = node_->first; one != nullptr; one = one->next) {
      visit(JsonIn(*document_, *one));
    }
  }

  /// Place in the document as a JSON pointer; "(root)" for the document.
  [[nodiscard]] std::string pointer() const;
  void fail(Bilingual what) const;
  /// fail() where this is no object; whether it is one.
  [[nodiscard]] bool expect_object() const;
  [[nodiscard]] bool expect_list() const;
  /// fail() for a member that is none of `names`.
  void refuse_member(std::string_view name, std::string_view names) const;
  /// fail() where the member isn't there.
  void require(std::string_view name) const;
  /// fail() where the schema that the document names is another one.
  void expect_schema(std::string_view schema) const;

 private:
  JsonDocument* document_;
  const JsonNode* node_;
};

template <class Visit>
void JsonDocument::take_dropped(Visit visit) {
  for (const auto& [node, written] : dropped_) visit(JsonIn(*this, *node), written);
  dropped_.clear();
}

}  // namespace sauro::inline v0_1::detail
