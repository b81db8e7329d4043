#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/context.hpp"
#include "reading/duties.hpp"
#include "reading/labels.hpp"
#include "reading/units.hpp"

namespace sauro::inline v0_1::detail {

/// Numbers of open sections, "II.1", and the title of the innermost.
struct SectionPath {
  std::string numbers;
  std::string title;
};

/// The text of the plan: headings, duties of the agencies, reporting.
class Narrative {
 public:
  /// `prefix` comes before the ids of the sections.
  explicit Narrative(Context& context, std::string prefix = "")
      : context_(context), prefix_(std::move(prefix)), duties_(context) {}

  /// Takes the next paragraph of the body.
  void take(const Unit& unit);

  /// Whether a heading came.
  [[nodiscard]] bool begun() const noexcept { return !path_.empty(); }

  /// Whether this heading has the number after that of the outermost section.
  [[nodiscard]] bool goes_on(std::string_view text) const;

  /// The sections that an item of this level stands in.
  [[nodiscard]] SectionPath path_above(int level) const;

  /// Ids of the agencies that an item of this level is given to by the heading above it.
  [[nodiscard]] std::vector<std::string> agencies_above(int level) const;

  /// Title of the section that is open; empty before the first heading.
  [[nodiscard]] std::string_view title() const;

 private:
  bool take_heading(const Unit& unit);
  bool take_numbered(const Unit& unit);
  void leave_owner();
  void open_section(const Label& label, int level, std::string_view title, Place place);
  void add_text(std::string_view text, Place place);
  void add_text(std::string_view text, const DutyPlace& where);
  void add_paragraph(std::string_view text, Place place);
  bool gives(std::string_view text, const DutyPlace& where);
  [[nodiscard]] DutyPlace place_of_duty(Place place) const;
  [[nodiscard]] bool gives_duties() const;

  struct OpenSection {
    int level = 0;
    std::string number;
    std::string title;
  };

  Context& context_;
  std::string prefix_;
  std::vector<OpenSection> path_;
  DutyReader duties_;
  DutyOwner owner_;  ///< whom the open section speaks to
  int owner_level_ = 0;
  std::string top_title_;  ///< folded title of the outermost section
};

}  // namespace sauro::inline v0_1::detail
