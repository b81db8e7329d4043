#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/agency.hpp"
#include "sauro/plan/annex.hpp"
#include "sauro/plan/document.hpp"
#include "sauro/plan/id_index.hpp"
#include "sauro/plan/indicator.hpp"
#include "sauro/plan/narrative.hpp"
#include "sauro/plan/remark.hpp"
#include "sauro/plan/task.hpp"

namespace sauro::inline v0_1 {

/// A piece of the source that found no field, or a remark on what could not be understood.
struct Unread {
  std::string text = {};
  std::string reason = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("text", &Unread::text, "As written; empty in a remark.", traits::shown),
                      Field("reason", &Unread::reason, "In Vietnamese, for people.", traits::shown),
                      Field("span", &Unread::span, "Where it stands.")};
  }

  friend bool operator==(const Unread&, const Unread&) = default;
};

/// A word that looks like a slip of scanning or typing; the text itself stays as written.
struct Slip {
  std::string text = {};
  std::string suggestion = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("text", &Slip::text, "As written.", traits::shown),
                      Field("suggestion", &Slip::suggestion,
                            "What was probably meant; empty where unknown.", traits::shown),
                      Field("span", &Slip::span, "Where its paragraph or cell begins.")};
  }

  friend bool operator==(const Slip&, const Slip&) = default;
};

/// Where the visible characters of the source went: double-entry, counted in and counted out.
struct SAURO_API Coverage {
  std::size_t characters = 0;
  std::size_t in_fields = 0;
  std::size_t in_unread = 0;
  std::size_t repeated_headers = 0;
  std::size_t marks = 0;

  /// Characters that went nowhere; 0 unless the reader has a defect.
  [[nodiscard]] std::ptrdiff_t lost() const noexcept;

  /// Share of the characters that are accounted for, 0 to 100; 100 for an empty source.
  [[nodiscard]] double percent() const noexcept;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("characters", &Coverage::characters, "Of the source, without markup and spaces."),
        Field("in_fields", &Coverage::in_fields, "Counted in the finished plan's fields."),
        Field("in_unread", &Coverage::in_unread, "Counted in the finished plan's `unread`."),
        Field("repeated_headers", &Coverage::repeated_headers,
              "Headers that tables repeat on each page."),
        Field("marks", &Coverage::marks, "Bullets, numbering dots and separators of lists.")};
  }

  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// An administrative-reform plan, as read.
struct SAURO_API Plan {
  Document document = {};
  std::vector<Section> sections = {};
  std::vector<Duty> duties = {};
  std::vector<Reporting> reporting = {};
  std::vector<Annex> annexes = {};
  std::vector<Agency> agencies = {};
  std::vector<Task> tasks = {};
  std::vector<Indicator> indicators = {};
  std::vector<SourceTable> tables = {};
  std::vector<Slip> slips = {};
  std::vector<Remark> remarks = {};
  std::vector<Unread> unread = {};
  Coverage coverage = {};
  IdIndex task_places = {};    ///< of the tasks by id; no part of the value
  IdIndex agency_places = {};  ///< of the agencies by id; no part of the value

  /// The task with this id; throws NotFoundError. Constant time after the first call.
  [[nodiscard]] const Task& task(std::string_view id) const;

  /// The agency with this id; throws NotFoundError. Constant time after the first call.
  [[nodiscard]] const Agency& agency(std::string_view id) const;

  /// This plan with a task more, or with this one in the place of the task of its id.
  ///
  /// A task without an id gets that of its annex, area and number ("1.I.3.1"); an annex and an area
  /// that the plan doesn't have yet come to it. `leads` and `coordinators` may be ids or names of
  /// agencies; new names become agencies. Throws ValidationError(invalid_option) for a task without
  /// id and number, and for a parent that isn't there.
  [[nodiscard]] Plan with_task(Task task) const;

  /// Whether nothing of a plan was found: no task, no indicator, no duty, no section with a number
  /// and no number of the document.
  [[nodiscard]] bool is_empty() const noexcept;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("document", &Plan::document, "Document."),
        Field("sections", &Plan::sections, "The text of the plan, by headings."),
        Field("duties", &Plan::duties, "What the text gives bodies and persons to do."),
        Field("reporting", &Plan::reporting, "Who reports to whom and how often."),
        Field("annexes", &Plan::annexes, "Annexes."),
        Field("agencies", &Plan::agencies, "Agencies; also by id."),
        Field("tasks", &Plan::tasks, "Tasks in order; also by id."),
        Field("indicators", &Plan::indicators, "Indicators in order; also by id."),
        Field("tables", &Plan::tables, "Tables that list neither."),
        Field("slips", &Plan::slips, "Suspected slips of scanning or typing."),
        Field("remarks", &Plan::remarks, "What the reader had to guess."),
        Field("unread", &Plan::unread, "What found no field, and remarks."),
        Field("coverage", &Plan::coverage, "Coverage.")};
  }

  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace sauro::inline v0_1
