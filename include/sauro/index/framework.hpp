#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/index/criterion.hpp"
#include "sauro/index/grade_scale.hpp"

namespace sauro::inline v0_1 {

namespace detail {
struct FrameworkCache;
}  // namespace detail

/// What an index set says of itself.
struct FrameworkHead {
  std::string id = {};
  Title title = {};
  std::string source = {};
  std::string note = {};
  std::optional<Date> valid_from = {};
  std::optional<Date> valid_to = {};
  double tolerance = 1e-9;
  bool full_if_exempt = false;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &FrameworkHead::id, "Name of the set.", traits::required | traits::shown),
        Field("title", &FrameworkHead::title, "For people.", traits::omitted),
        Field("source", &FrameworkHead::source, "Decision or report.", traits::omitted),
        Field("note", &FrameworkHead::note, "How sure it is.", traits::omitted),
        Field("valid_from", &FrameworkHead::valid_from, "First day, or None.", traits::omitted),
        Field("valid_to", &FrameworkHead::valid_to, "Last day, or None.", traits::omitted),
        Field("tolerance", &FrameworkHead::tolerance, "Points may pass their range by so much.",
              traits::omitted),
        Field("full_if_exempt", &FrameworkHead::full_if_exempt,
              "A unit that is exempted from everything has full points; else it has no score.",
              traits::omitted)};
  }

  friend bool operator==(const FrameworkHead&, const FrameworkHead&) = default;
};

/// Something wrong with a framework: `where` is the code of the criterion, empty for the whole.
struct FrameworkProblem : Problem {
  std::string kind = {};  ///< "gap", "overlap", "maximum", "unknown_variable", "cycle", ...

  template <class = void>
  static constexpr auto fields() {
    using Code = Field<FrameworkProblem, ErrorCode>;
    using Text = Field<FrameworkProblem, std::string>;
    return std::tuple{
        Text("kind", &FrameworkProblem::kind,
             "'gap', 'overlap', 'maximum', 'unknown_variable', 'duplicate_code', 'cycle', ...",
             traits::shown),
        Code("code", &FrameworkProblem::code, "242, as of the error that `score` raises."),
        Text("where", &FrameworkProblem::where,
             "Code of the criterion; empty for the framework as a whole.",
             traits::omitted | traits::shown),
        Text("message", &FrameworkProblem::message,
             "What is wrong, in Vietnamese; gaps and overlaps as intervals."),
        Text("message_en", &FrameworkProblem::message_en, "The same in English.", traits::shown)};
  }

  friend bool operator==(const FrameworkProblem&, const FrameworkProblem&) = default;
};

/// A set of criteria with rules, as data; an immutable value whose copies share it.
///
/// Criterion 0 is the total: it has the code "" and the top criteria as children. A framework that
/// was moved from keeps its value.
class SAURO_API Framework {
 public:
  /// A total without parts, which validate() finds fault with.
  Framework();
  Framework(FrameworkHead head, Criterion total, std::vector<Criterion> criteria,
            std::vector<Variable> variables, GradeScale grades);

  Framework(const Framework&) = default;
  Framework& operator=(const Framework&) = default;
  ~Framework() = default;

  [[nodiscard]] const FrameworkHead& head() const noexcept;
  [[nodiscard]] const GradeScale& grades() const noexcept;
  [[nodiscard]] const std::vector<Variable>& variables() const noexcept;
  /// The total and then the criteria in the order in which they were given.
  [[nodiscard]] const std::vector<Criterion>& criteria() const noexcept;

  /// Place of a code; throws NotFoundError that names what is near.
  [[nodiscard]] std::size_t find(std::string_view code) const;
  [[nodiscard]] const Criterion& criterion(std::string_view code) const {
    return criteria()[find(code)];
  }
  /// The variable of that name, or null.
  [[nodiscard]] const Variable* variable(std::string_view name) const noexcept;
  /// Places of the parts of a criterion; throws NotFoundError for a place that isn't there.
  [[nodiscard]] const std::vector<std::size_t>& children(std::size_t place) const;
  [[nodiscard]] bool is_leaf(std::size_t place) const { return children(place).empty(); }
  /// Places of the leaves, in order.
  [[nodiscard]] std::vector<std::size_t> leaves() const;
  /// All places, children before their parents; the total comes last.
  [[nodiscard]] const std::vector<std::size_t>& order() const noexcept;

  /// All problems at once: maxima, weights, bands, variables, codes, cycles. Found once, when the
  /// framework is made.
  [[nodiscard]] const std::vector<FrameworkProblem>& validate() const noexcept;

  /// What is worked out once for all copies.
  [[nodiscard]] detail::FrameworkCache& cache() const noexcept;

  /// A copy in which a criterion has another rule.
  [[nodiscard]] Framework with_rule(std::string_view code, Rule rule) const;

  friend SAURO_API bool operator==(const Framework& a, const Framework& b);

 private:
  struct Data;
  void link(std::shared_ptr<Data> data);

  std::shared_ptr<const Data> data_;
};

/// One difference between two frameworks.
struct FrameworkChange {
  std::string code = {};
  std::string field = {};
  std::string before = {};
  std::string after = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("code", &FrameworkChange::code,
              "Of the criterion, or 'variable NAME'; empty for the set.", traits::shown),
        Field("field", &FrameworkChange::field, "'added', 'removed', 'max', 'title', 'rule', ...",
              traits::shown),
        Field("before", &FrameworkChange::before, "As JSON; empty where it wasn't.", traits::shown),
        Field("after", &FrameworkChange::after, "As JSON; empty where it isn't.", traits::shown)};
  }

  friend bool operator==(const FrameworkChange&, const FrameworkChange&) = default;
};

}  // namespace sauro::inline v0_1
