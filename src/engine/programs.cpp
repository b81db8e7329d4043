#include "engine/programs.hpp"

#include <string>
#include <utility>

#include "core/poll.hpp"
#include "index/framework_cache.hpp"

namespace sauro::inline v0_1::detail {

std::vector<bool> places_left_out(const Framework& framework, const std::vector<bool>& exempt) {
  std::vector<bool> left_out(framework.criteria().size(), false);
  for (const std::size_t place : framework.order()) {
    if (framework.is_leaf(place)) {
      left_out[place] = may_be_left_out(framework.criteria()[place], exempt[place]);
      continue;
    }
    left_out[place] = true;
    for (const std::size_t child : framework.children(place)) {
      const bool counts = !framework.criteria()[child].outside;
      left_out[place] = left_out[place] && (left_out[child] || !counts);
    }
  }
  return left_out;
}

std::shared_ptr<const Program> leaf_program(const Framework& framework, std::size_t place,
                                            bool exempt, Care care, bool with_case) {
  Builder builder;
  const Lowered lowered = lower_leaf(builder, framework, place, exempt, care, with_case);
  std::vector<Builder::Value> outputs = {lowered.points};
  if (with_case) outputs.push_back(lowered.band);
  return std::make_shared<const Program>(builder.finish(outputs));
}

std::shared_ptr<const Program> bounds_program(const Framework& framework, std::size_t place) {
  Builder builder;
  const Bounds bounds = lower_bounds(builder, framework, place);
  return std::make_shared<const Program>(builder.finish({bounds.low, bounds.high}));
}

std::shared_ptr<const Program> parent_program(const Framework& framework, std::size_t place,
                                              const std::vector<bool>& left_out,
                                              ZeroShare at_zero) {
  Builder builder;
  for (std::size_t i = 0; i < framework.children(place).size(); ++i) {
    static_cast<void>(builder.column(std::to_string(i)));  // column i is child i
  }
  const Builder::Value points = lower_parent(builder, framework, place, left_out, at_zero);
  return std::make_shared<const Program>(builder.finish({points}));
}

Care first_care(const Criterion& criterion) {
  const bool hides = criterion.if_missing != IfMissing::unknown;
  return hides && needs_care(criterion.rule) ? Care::careful : Care::fast;
}

const Programs& programs_of(const Framework& framework) {
  FrameworkCache& cache = framework.cache();
  std::call_once(cache.made, [&] {
    const std::size_t places = framework.criteria().size();
    Programs made;
    made.left_out = places_left_out(framework, std::vector<bool>(places, false));
    made.by_place.resize(places);
    for (const std::size_t place : framework.order()) {
      poll();
      made.by_place[place] = framework.is_leaf(place)
                                 ? leaf_program(framework, place, false,
                                                first_care(framework.criteria()[place]), false)
                                 : parent_program(framework, place, made.left_out);
    }
    cache.value = std::make_shared<const Programs>(std::move(made));
  });
  return *static_cast<const Programs*>(cache.value.get());
}

}  // namespace sauro::inline v0_1::detail
