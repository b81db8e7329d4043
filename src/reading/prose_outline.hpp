#pragma once

#include <cstddef>
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
  std::vector<ProseNode> nodes;  ///< the first is the root
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

/// Lead, help and time in the brackets at the end of `text`: "(X chủ trì, phối hợp với Y; hoàn
/// thành trong tháng 6/2026)". No fields where there is a word in them that says something else.
[[nodiscard]] ProseLine find_closing_bracket(const Context& context, std::string_view text);

}  // namespace sauro::inline v0_1::detail
