#include "casters.hpp"
#include "values.hpp"

namespace sauro::python {
namespace {

ReadOptions options_of(const std::string& format, const ReadLimits& limits,
                       const std::vector<std::string>& sheets) {
  ReadOptions options;
  options.format = named<Format>(format);
  options.limits = limits;
  options.sheets = sheets;
  return options;
}

py::tuple parts_of(const FrameworkDraft& draft) {
  return py::make_tuple(draft.framework, draft.rules, draft.points, problems_of(draft.problems));
}

}  // namespace

void register_drafts(py::module_& module) {
  fields_class<RuleDraft>(module, "RuleDraft",
                          "The rule of a criterion without parts, as it was read from a document.");
  module.def(
      "read_framework",
      [](const py::bytes& content, const std::string& format, const ReadLimits& limits,
         const std::vector<std::string>& sheets) {
        const ReadOptions options = options_of(format, limits, sheets);
        const std::string_view bytes = content;
        const FrameworkDraft draft = [&] {
          const Unlocked unlocked;
          return read_framework_text(bytes, options);
        }();
        return parts_of(draft);
      },
      py::arg("content"), py::arg("format"), py::arg("limits"), py::arg("sheets"));
  module.def(
      "read_framework",
      [](const std::filesystem::path& path, const std::string& format, const ReadLimits& limits,
         const std::vector<std::string>& sheets) {
        const ReadOptions options = options_of(format, limits, sheets);
        const FrameworkDraft draft = [&] {
          const Unlocked unlocked;
          return read_framework(path, options);
        }();
        return parts_of(draft);
      },
      py::arg("path"), py::arg("format"), py::arg("limits"), py::arg("sheets"));
}

}  // namespace sauro::python
