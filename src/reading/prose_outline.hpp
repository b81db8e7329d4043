#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "reading/context.hpp"
#include "reading/prose_labels.hpp"
#include "reading/units.hpp"

/// The text of a plan as a tree of headings and items, with the labels that stand among them.
namespace sauro::inline v0_1::detail {

/// A heading, item or paragraph.
struct ProseNode {
  static constexpr int last_heading = 4;  ///< parts, letters, Roman numbers and articles
  static constexpr int bullet_level = 8;
  static constexpr int plain_level = 9;

  std::size_t unit = 0;
  int level = 0;            ///< 0 of the root
  std::string_view bullet;  ///< "-", "+"; empty where it has none
  std::string number;       ///< "a"; empty where it has none
  std::string_view text;    ///< without number and bullet
  std::string_view title;   ///< what `text` says before its labels
  std::size_t parent = 0;   ///< place of the node above it
  std::vector<std::size_t> children;
  std::vector<ProseField> fields;
  std::vector<std::size_t> lines;  ///< units that hold its labels
  std::size_t above = 0;           ///< place of the task that it is a part of; 0 for none
  bool task = false;
  bool borrows = false;  ///< its labels are those of its list

  [[nodiscard]] bool is_heading() const noexcept { return level <= last_heading; }
  /// Whether two nodes have numbers or bullets of one kind.
  [[nodiscard]] bool is_like(const ProseNode& other) const noexcept {
    return level == other.level && bullet == other.bullet;
  }
  [[nodiscard]] bool has(ProseRole role) const noexcept;
};

/// Labels that follow one another, between two nodes.
struct ProseGroup {
  std::size_t after = 0;    ///< place of the node before it
  bool same_mark = false;   ///< its first line is numbered as that node is
  bool marked = false;      ///< its first line has a number or bullet
  std::string_view bullet;  ///< of its first line
  std::vector<ProseField> fields;
  std::vector<std::size_t> lines;

  [[nodiscard]] bool has(ProseRole role) const noexcept;
};

struct ProseOutline {
  std::deque<std::string> joined;  ///< titles in two parts: before and behind a bracket
  std::vector<ProseNode> nodes;    ///< the first is the root
  std::vector<ProseGroup> groups;
};

/// Reads units [from, to); views their texts.
[[nodiscard]] ProseOutline outline_of(const Context& context, const std::vector<Unit>& units,
                                      std::size_t from, std::size_t to);

/// Gives the labels to the nodes that they speak of and says which nodes are tasks.
void find_owners(Context& context, const std::vector<Unit>& units, ProseOutline& outline);

/// The labels of a table whose rows are a label and what it says; empty where it is another one.
[[nodiscard]] std::vector<ProseField> label_table(const Block& table);

/// The labels in a line, but weak ones that what follows them doesn't fit.
[[nodiscard]] ProseLine read_prose_labels(const Context& context, std::string_view text);

/// Whether a text is a time and nothing else.
[[nodiscard]] bool is_time(std::string_view text);

/// Whether a text may hold a time: asked before what costs more.
[[nodiscard]] bool may_hold_time(std::string_view text);

/// Whether a text begins with something to do: "Ban hành ...", "Rà soát, cập nhật ..."; no "Kỷ
/// luật, kỷ cương".
[[nodiscard]] bool starts_with_verb(std::string_view text);

/// Lead, help and time in brackets at the end of `text`, or inside of it where they say who leads:
/// "(X chủ trì, phối hợp với Y; hoàn thành trong tháng 6/2026)"; or at its end without brackets:
/// "Rà soát thủ tục: X chủ trì, Y phối hợp.", "Rà soát hộ nghèo => X, 30/10/2026". No fields where
/// a word of them says something else; a sign parts nothing off a text with labels.
[[nodiscard]] ProseLine find_roles_of_item(const Context& context, std::string_view text,
                                           bool labelled);

/// The same of a line that says nothing else: "X chủ trì, Y tham gia; hoàn thành trong quý I."
[[nodiscard]] std::vector<ProseField> roles_of_line(const Context& context, std::string_view text);

}  // namespace sauro::inline v0_1::detail
