#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace pugi {
class xml_node;
}

namespace sauro::inline v0_1::detail {

/// The mark that a person types for a bullet; symbol fonts keep theirs in the private use area.
[[nodiscard]] std::string bullet_mark(std::string_view text);

/// Numbers of list paragraphs, which a docx holds only as rules (numbering.xml, styles.xml).
class DocxNumbering {
 public:
  static constexpr std::size_t levels = 9;

  void load_numbering(const pugi::xml_node& root);
  void load_styles(const pugi::xml_node& root);

  /// The label of the next paragraph with these properties (w:pPr), with the space after it;
  /// empty where it is in no list.
  [[nodiscard]] std::string next_label(const pugi::xml_node& properties);

 private:
  struct Level {
    int start = 1;
    int restart = -1;  ///< -1: after any higher level; 0: never; k: after level k
    std::string format = "decimal";
    std::string text;
    std::string suffix = "tab";
    bool legal = false;
    std::string style;
  };
  struct Abstract {
    std::array<Level, levels> level;
    std::string style_link;  ///< numStyleLink: the levels stand in another one
  };
  struct Instance {
    std::string abstract_id;
    std::map<std::size_t, int> start_override;
    std::map<std::size_t, Level> level_override;
  };
  struct Style {
    std::string based_on;
    std::string number_id;
    std::optional<std::size_t> level;
  };
  struct Counters {
    std::array<std::optional<int>, levels> value;
  };
  struct Position {
    std::string number_id;
    std::size_t level = 0;
  };

  static Level read_level(const pugi::xml_node& node);
  [[nodiscard]] Position position_of(const pugi::xml_node& properties) const;
  [[nodiscard]] const Abstract* abstract_of(const Instance& instance) const;
  [[nodiscard]] static const Level& level_of(const Instance& instance, const Abstract& abstract,
                                             std::size_t level);
  void count(const Instance& instance, const Abstract& abstract, std::size_t level,
             Counters& counters);

  std::map<std::string, Abstract> abstracts_;
  std::map<std::string, Instance> instances_;
  std::map<std::string, Style> styles_;
  std::string default_style_;
  std::map<std::string, Counters> counters_;  ///< by abstract id
  std::set<std::string> started_;             ///< instances whose overrides took effect
};

}  // namespace sauro::inline v0_1::detail
