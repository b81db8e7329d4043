#pragma once

#include <string>
#include <vector>

#include "sauro/plan/span.hpp"

namespace sauro {

/// A part of the plan's text under one heading.
struct Section {
  std::string id;      ///< path of the numbers, "II.1"; empty before the first heading
  std::string number;  ///< as written, without its dot: "II", "1", "a"
  std::string title;
  int level = 0;                        ///< 1 is the outermost
  std::vector<std::string> paragraphs;  ///< as written, but those that became duties
  Span span;

  friend bool operator==(const Section&, const Section&) = default;
};

/// What the text of the plan gives an agency to do.
struct Duty {
  std::string agency;                    ///< id
  std::vector<std::string> shared_with;  ///< ids of the other agencies in the same heading
  std::string text;                      ///< as written, without its bullet
  std::string section;                   ///< id of the section that it stands in
  Span span;

  friend bool operator==(const Duty&, const Duty&) = default;
};

/// Who reports to whom and how often, as a sentence of the plan says it.
struct Reporting {
  std::string reporter;   ///< agency id; empty where the sentence names none
  std::string recipient;  ///< agency id
  std::string through;    ///< agency id ("qua Phòng ..."); may be empty
  std::string frequency;  ///< "hàng quý, 6 tháng, 9 tháng và năm"
  std::string text;       ///< the sentence, as written
  Span span;

  friend bool operator==(const Reporting&, const Reporting&) = default;
};

}  // namespace sauro
