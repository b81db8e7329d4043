#include "columns.hpp"

namespace sauro::python {
namespace {

using Codes = std::optional<Array<std::int32_t>>;

std::span<const std::int32_t> codes_of(const Codes& codes) {
  return codes ? span_of(*codes) : std::span<const std::int32_t>{};
}

py::tuple tuple_of(const Estimate& e) {
  return py::make_tuple(e.value, e.standard_error, e.low, e.high, e.answers, e.suppressed);
}

}  // namespace

void register_surveys(py::module_& module) {
  module.def(
      "weighted_means",
      [](const Array<double>& values, const std::optional<Array<double>>& weights,
         const Codes& strata, const Codes& clusters, const std::optional<Array<double>>& sizes,
         const Codes& post_strata, const Codes& groups, const std::string& lonely,
         double confidence, std::int64_t fewest, const std::string& interval) {
        SurveyDesign design;
        if (weights) design.weights = span_of(*weights);
        design.strata = codes_of(strata);
        design.clusters = codes_of(clusters);
        if (sizes) design.stratum_sizes = span_of(*sizes);
        design.post_strata = codes_of(post_strata);
        design.lonely = named<LonelyCluster>(lonely);
        const auto method = named<IntervalMethod>(interval);
        std::vector<Estimate> estimates;
        {
          const std::span<const double> data = span_of(values);
          const std::span<const std::int32_t> members = codes_of(groups);
          const Unlocked unlocked;
          estimates = weighted_means(data, design, members, {confidence, fewest, method});
        }
        py::list out;
        for (const Estimate& estimate : estimates) out.append(tuple_of(estimate));
        return out;
      },
      py::arg("values"), py::arg("weights"), py::arg("strata"), py::arg("clusters"),
      py::arg("stratum_sizes"), py::arg("post_strata"), py::arg("groups"), py::arg("lonely"),
      py::arg("confidence"), py::arg("fewest"), py::arg("interval"));
  module.def(
      "wilson",
      [](double successes, double answers, double confidence) {
        return tuple_of(wilson(successes, answers, confidence));
      },
      py::arg("successes"), py::arg("answers"), py::arg("confidence"));
  module.def(
      "post_stratify",
      [](const Array<double>& weights, const Array<std::int32_t>& cells,
         const Array<double>& population) {
        const auto views = std::tuple(span_of(weights), span_of(cells), span_of(population));
        const Unlocked unlocked;
        return std::apply(post_stratify, views);
      },
      py::arg("weights"), py::arg("cells"), py::arg("population"));
  module.def("yamane", &yamane, py::arg("population"), py::arg("margin"));
  module.def("sample_size", &sample_size, py::arg("population"), py::arg("margin"),
             py::arg("share"), py::arg("confidence"), py::arg("design_effect"));
}

void register_links(py::module_& module) {
  module.def(
      "link",
      [](const Plan& plan, const Framework& framework,
         const std::optional<std::string>& corrections, double least) {
        LinkOptions options;
        options.least = least;
        if (corrections) options.corrections = link_corrections_from_json(to_nfc(*corrections));
        Links found;
        {
          const Unlocked unlocked;
          found = link(plan, framework, options);
        }
        py::list links;
        for (const Link& one : found.links) {
          links.append(py::make_tuple(one.task, one.criterion, one.score, one.how));
        }
        return py::make_tuple(links, found.unserved, found.idle);
      },
      py::arg("plan"), py::arg("framework"), py::arg("corrections"), py::arg("least"));
}

}  // namespace sauro::python
