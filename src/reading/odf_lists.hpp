#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reading/odf_styles.hpp"

namespace sauro::inline v0_1::detail {

/// Numbers of list items and headings, which an odt holds only as rules (text:list-style).
class OdfLists {
 public:
  static constexpr std::size_t levels = 10;

  explicit OdfLists(const OdfStyles& styles) : styles_(styles) {}

  /// Reads the list styles of a part.
  void load(const pugi::xml_node& root);

  void begin_list(const pugi::xml_node& list);
  void end_list();
  void begin_item(const pugi::xml_node& item);
  void end_item();

  /// Reads what stands outside of the lists that are open: a text box, a note.
  template <class Read>
  void outside(Read read) {
    auto open = std::exchange(open_, {});
    read();
    open_ = std::move(open);
  }

  /// The label of the next paragraph or heading, with the space after it; empty where it has none.
  [[nodiscard]] std::string next_label(const pugi::xml_node& paragraph);

 private:
  struct Level {
    std::string format;
    std::string prefix;
    std::string suffix;
    std::string pattern;  ///< "%1%.%2%." instead of prefix, numbers and suffix
    std::string bullet;
    int start = 1;
    std::size_t shown = 1;  ///< how many levels the number has
    bool is_bullet = false;
    bool in_step = false;  ///< after z come aa, bb, not aa, ab
  };
  using Style = std::array<Level, levels>;
  using Counters = std::array<std::optional<int>, levels>;
  struct Open {
    std::string style;
    Counters* counters = nullptr;
    std::optional<int> start = {};  ///< that the item says
    bool fresh = false;             ///< the item has had no paragraph yet
  };

  static void load_levels(const pugi::xml_node& node, Style& style);
  [[nodiscard]] Counters* counters_of(const pugi::xml_node& list, const std::string& style);
  [[nodiscard]] const Style* style_of(const pugi::xml_node& paragraph) const;
  [[nodiscard]] std::string heading_label(const pugi::xml_node& heading);
  static void count(const Style& style, std::size_t level, std::optional<int> start,
                    Counters& counters);
  static std::string number(const Style& style, std::size_t level, const Counters& counters);
  static std::string by_pattern(const Style& style, std::size_t level, const Counters& counters);
  static std::string label_of(const Style& style, std::size_t level, const Counters& counters);

  const OdfStyles& styles_;
  std::map<std::string, Style> list_styles_;
  Style outline_;
  Counters outline_counters_;
  std::vector<Open> open_;
  std::deque<Counters> counters_;
  std::map<std::string, Counters*> by_style_;
  std::map<std::string, Counters*> by_id_;
};

}  // namespace sauro::inline v0_1::detail
