#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Labels of a plan in prose: "Đơn vị chủ trì: ...; thời gian: ..." (src/data/prose_labels.json,
/// and what heads the columns of tables: src/data/columns.json).
namespace sauro::inline v0_1::detail {

enum class ProseRole : std::uint8_t {
  lead,
  lead_weak,  ///< "Thực hiện": a lead where a body follows
  coordinator,
  coordinator_weak,  ///< "Tham gia": a helper where a body follows
  timeframe,
  timeframe_weak,  ///< "Hoàn thành": a time where one follows
  start,
  product,
  content,
  target,
  other
};

/// What a weak role is where something that fits it follows.
[[nodiscard]] constexpr ProseRole certain(ProseRole role) noexcept {
  switch (role) {
    case ProseRole::lead_weak:
      return ProseRole::lead;
    case ProseRole::coordinator_weak:
      return ProseRole::coordinator;
    case ProseRole::timeframe_weak:
      return ProseRole::timeframe;
    default:
      return role;
  }
}

/// A label and what stands behind it, as far as the next one.
struct ProseField {
  ProseRole role = ProseRole::other;
  std::string name;   ///< the label, as written
  std::string value;  ///< without separators at its end; may be empty
  bool guessed = false;
};

/// Whether one of some labels has a role.
[[nodiscard]] bool has_role(const std::vector<ProseField>& fields, ProseRole role);

/// What a line says: the text before its first label, its labels, and what goes on behind the
/// bracket that holds them.
struct ProseLine {
  std::string_view before;
  std::vector<ProseField> fields;
  std::string after = {};
  std::vector<std::size_t> starts = {};  ///< where each label begins
};

/// The labels in a line without its bullet or number. A colon behind other words is text.
[[nodiscard]] ProseLine find_prose_labels(std::string_view line);

/// Whether a line begins with a label.
[[nodiscard]] bool starts_prose_label(std::string_view line);

/// What words say that stand behind or before a body's name, without a colon: "chủ trì".
[[nodiscard]] std::optional<ProseRole> prose_role(std::string_view words);

/// A folded label or header with its abbreviations spelled out: "cq chu tri" is "co quan chu tri".
[[nodiscard]] std::string spelled_out(std::string key);

/// With semicolons where sentences end: "X chủ trì. Hoàn thành trong quý I"; no "P. Kinh tế".
[[nodiscard]] std::string as_one_sentence(std::string_view text);

/// Without separators, brackets' ends and spaces at its end.
[[nodiscard]] std::string_view without_separators(std::string_view text);

}  // namespace sauro::inline v0_1::detail
