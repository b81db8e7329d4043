// Points in the long form that programs for data prefer.
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/scoring/score.hpp"
#include "core/poll.hpp"
#include "scoring/bounds.hpp"
#include "scoring/lost.hpp"
#include "scoring/state.hpp"

namespace sauro::inline v0_1 {
namespace {

/// A column of `rows` that repeats each label `each` times, the labels in a circle.
Column repeated(std::string name, const std::vector<std::string>& labels, std::size_t each,
                std::size_t rows) {
  std::vector<std::string> different;
  std::vector<std::int32_t> code_of;
  std::unordered_map<std::string_view, std::int32_t> known;
  for (const std::string& label : labels) {
    const auto code = static_cast<std::int32_t>(different.size());
    const auto [found, fresh] = known.try_emplace(label, code);
    code_of.push_back(found->second);
    if (fresh) different.push_back(label);
  }
  std::vector<std::int32_t> codes(rows);
  for (std::size_t row = 0; row < rows; ++row) codes[row] = code_of[row / each % labels.size()];
  return Column::category(std::move(name), std::move(codes), different);
}

double shown(double value) { return std::isinf(value) ? detail::missing_number : value; }

}  // namespace

Table Scorecard::tidy() const {
  const std::vector<Criterion>& criteria = framework().criteria();
  const std::size_t places = criteria.size();
  const std::size_t size = rows() * places;
  const std::vector<double> least = detail::bounded_points(*state_, 0, rows(), false);
  const std::vector<double> most = detail::bounded_points(*state_, 0, rows(), true);
  std::vector<double> points(size), max(size), lost(size), low(size), high(size);
  std::vector<bool> leaf(size);
  std::vector<std::string> codes, titles;
  for (std::size_t place = 0; place < places; ++place) {
    detail::poll();
    const Criterion& criterion = criteria[place];
    codes.push_back(criterion.code);
    titles.push_back(place == 0 && criterion.title.vi.empty() ? "Tổng" : criterion.title.vi);
    const double* known = state_->column(place);
    for (std::size_t row = 0; row < rows(); ++row) {
      const std::size_t at = row * places + place;
      points[at] = shown(known[row]);
      max[at] = *criterion.max;
      lost[at] = detail::lost_points(criterion, points[at]);
      low[at] = shown(least[place * rows() + row]);
      high[at] = shown(most[place * rows() + row]);
      leaf[at] = framework().is_leaf(place);
    }
  }
  const std::size_t units = state_->inputs.units.size();
  std::vector<Column> columns;
  columns.push_back(repeated("unit", state_->inputs.units, places, size));
  columns.push_back(repeated("period", state_->inputs.periods, places * units, size));
  columns.push_back(repeated("code", codes, 1, size));
  columns.push_back(repeated("title", titles, 1, size));
  columns.push_back(Column::of("points", std::move(points)));
  columns.push_back(Column::of("max", std::move(max)));
  columns.push_back(Column::of("lost", std::move(lost)));
  columns.push_back(Column::of("low", std::move(low)));
  columns.push_back(Column::of("high", std::move(high)));
  columns.push_back(Column::of("leaf", leaf));
  return Table(std::move(columns));
}

}  // namespace sauro::inline v0_1
