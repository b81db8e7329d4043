#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/context.hpp"
#include "reading/duties.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"
#include "reading/open_charges.hpp"
#include "reading/section_words.hpp"
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
  explicit Narrative(Context& context)
      : context_(context), duties_(context), orders_(orders_of_kind(context.plan.document.kind)) {}

  /// The text of an attached document; `prefix` comes before the ids of its sections.
  Narrative(Context& context, std::string prefix)
      : context_(context), prefix_(std::move(prefix)), duties_(context) {}

  /// Takes the next paragraph of the body.
  void take(const Unit& unit);

  /// Takes a paragraph between the head of the document and its first heading.
  void take_preamble(const Unit& unit);

  /// Whether a heading came.
  [[nodiscard]] bool begun() const noexcept { return !path_.empty(); }

  /// Whether this heading has the number after that of the outermost section.
  [[nodiscard]] bool goes_on(std::string_view text) const;

  /// The sections that an item of this level stands in.
  [[nodiscard]] SectionPath path_above(int level) const;

  /// Ids of the agencies that an item of this level is given to by what stands above it.
  [[nodiscard]] std::vector<std::string> agencies_above(int level) const;

  /// Title of the section that is open; empty before the first heading.
  [[nodiscard]] std::string_view title() const;

 private:
  struct Paragraph;

  bool take_heading(const Paragraph& paragraph);
  bool take_numbered(const Paragraph& paragraph);
  bool take_lead_in(const Paragraph& paragraph);
  void take_text(const Paragraph& paragraph);
  void open_section(const Label& label, int level, std::string_view title, Place place);
  [[nodiscard]] DutyPlace place_of_duty(const Paragraph& paragraph) const;
  [[nodiscard]] bool gives_duties(SectionUse use) const;
  [[nodiscard]] SectionUse use_of_article(std::string_view title) const;
  [[nodiscard]] bool is_by_topic() const;
  [[nodiscard]] const Charge& charge() const;

  struct OpenSection {
    int level = 0;
    std::string number;
    std::string title;
  };

  Context& context_;
  std::string prefix_;
  std::vector<OpenSection> path_;
  DutyReader duties_;
  OpenCharges charges_;
  SectionUse use_ = SectionUse::open;  ///< of the outermost section, or of the article in it
  SectionUse chapter_use_ = SectionUse::open;  ///< of the outermost section
  Orders orders_ = Orders::by_title;           ///< where no title says whether a part gives work
};

}  // namespace sauro::inline v0_1::detail
