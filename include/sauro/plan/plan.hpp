#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/plan/agency.hpp"
#include "sauro/plan/annex.hpp"
#include "sauro/plan/document.hpp"
#include "sauro/plan/indicator.hpp"
#include "sauro/plan/narrative.hpp"
#include "sauro/plan/task.hpp"

namespace sauro {

/// A piece of the source that found no field, or a remark on what could not be understood.
struct Unread {
  std::string text;    ///< as written; empty in a remark
  std::string reason;  ///< in Vietnamese, for people
  Span span;

  friend bool operator==(const Unread&, const Unread&) = default;
};

/// A word that looks like a slip of scanning or typing; the text itself stays as written.
struct Slip {
  std::string text;        ///< as written
  std::string suggestion;  ///< what was probably meant; empty where unknown
  Span span;

  friend bool operator==(const Slip&, const Slip&) = default;
};

/// Where the visible characters of the source went: double-entry, counted in and counted out.
struct SAURO_API Coverage {
  std::size_t characters = 0;        ///< of the source, without markup and spaces
  std::size_t in_fields = 0;         ///< counted in the finished plan's fields
  std::size_t in_unread = 0;         ///< counted in the finished plan's `unread`
  std::size_t repeated_headers = 0;  ///< headers that tables repeat on each page
  std::size_t marks = 0;             ///< bullets, numbering dots and separators of lists

  /// Characters that went nowhere; 0 unless the reader has a defect.
  [[nodiscard]] std::ptrdiff_t lost() const noexcept;

  /// Share of the characters that are accounted for, 0 to 100; 100 for an empty source.
  [[nodiscard]] double percent() const noexcept;

  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// An administrative-reform plan, as read.
struct SAURO_API Plan {
  Document document;
  std::vector<Section> sections;
  std::vector<Duty> duties;
  std::vector<Reporting> reporting;
  std::vector<Annex> annexes;
  std::vector<Agency> agencies;
  std::vector<Task> tasks;
  std::vector<Indicator> indicators;
  std::vector<SourceTable> tables;
  std::vector<Slip> slips;
  std::vector<Unread> unread;
  Coverage coverage;

  /// The task with this id; throws NotFoundError. Linear in the number of tasks.
  [[nodiscard]] const Task& task(std::string_view id) const;

  /// The agency with this id; throws NotFoundError. Linear in the number of agencies.
  [[nodiscard]] const Agency& agency(std::string_view id) const;

  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace sauro
