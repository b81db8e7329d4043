#include "casters.hpp"
#include "values.hpp"

namespace sauro::python {
namespace {

/// Id, name and other names of each agency, as Python gives them.
using Names = std::vector<std::tuple<std::string, std::string, std::vector<std::string>>>;

Format format_of(const std::string& name) {
  if (const std::optional<Format> format = try_parse<Format>(name)) return *format;
  throw ParseError(ErrorCode::unknown_format, name, detail::unknown_name<Format>(name));
}

}  // namespace

void register_reading(py::module_& module) {
  using Entry = AgencyRegister::Entry;
  py::class_<ReadLimits>(module, "ReadLimits", "Limits on what comes from outside.")
      .def(py::init<>())
      .def_readwrite("bytes", &ReadLimits::bytes)
      .def_readwrite("unpacked_bytes", &ReadLimits::unpacked_bytes)
      .def_readwrite("cell_bytes", &ReadLimits::cell_bytes)
      .def_readwrite("rows", &ReadLimits::rows)
      .def_readwrite("columns", &ReadLimits::columns)
      .def_readwrite("cells", &ReadLimits::cells)
      .def_readwrite("depth", &ReadLimits::depth)
      .def_readwrite("attributes", &ReadLimits::attributes);
  const auto options = [](const std::string& format, const Names& agencies,
                          const ReadLimits& limits, const std::vector<std::string>& sheets,
                          const std::optional<std::string>& corrections) {
    std::vector<Entry> entries;
    for (const auto& [id, name, aliases] : agencies) {
      Entry entry{id, to_nfc(name), {}};
      for (const std::string& alias : aliases) entry.aliases.push_back(to_nfc(alias));
      entries.push_back(std::move(entry));
    }
    ReadOptions made{format_of(format), AgencyRegister(entries), limits, sheets};
    if (corrections) made.corrections = corrections_from_json(to_nfc(*corrections));
    return made;
  };
  module.def(
      "read_file",
      [options](const std::filesystem::path& path, const std::string& format, const Names& agencies,
                const ReadLimits& limits, const std::vector<std::string>& sheets,
                const std::optional<std::string>& corrections) {
        const ReadOptions with = options(format, agencies, limits, sheets, corrections);
        const Unlocked unlocked;
        return read_plan(path, with);
      },
      py::arg("path"), py::arg("format"), py::arg("agencies"), py::arg("limits"), py::arg("sheets"),
      py::arg("corrections"));
  module.def(
      "read_bytes",
      [options](const py::bytes& content, const std::string& format, const Names& agencies,
                const ReadLimits& limits, const std::vector<std::string>& sheets,
                const std::optional<std::string>& corrections) {
        const ReadOptions with = options(format, agencies, limits, sheets, corrections);
        const std::string_view view = content;
        const Unlocked unlocked;
        return read_plan_text(view, with);
      },
      py::arg("content"), py::arg("format"), py::arg("agencies"), py::arg("limits"),
      py::arg("sheets"), py::arg("corrections"));
  fields_class<PageCell>(module, "PageCell", "A cell of a table on a page.");
  fields_class<PageRow>(module, "PageRow", "A row of a table on a page.");
  fields_class<PageBlock>(module, "PageBlock",
                          "A paragraph or a table that another program took from a page.");
  module.def(
      "plan_of_pages",
      [options](const std::vector<PageBlock>& blocks, const Names& agencies,
                const ReadLimits& limits, const std::optional<std::string>& corrections) {
        const ReadOptions with = options("automatic", agencies, limits, {}, corrections);
        const Unlocked unlocked;
        return plan_of_pages(blocks, with);
      },
      py::arg("blocks"), py::arg("agencies"), py::arg("limits"), py::arg("corrections"));
  module.def(
      "plan_files",
      [](const std::filesystem::path& folder, bool subfolders) {
        const py::object decode = py::module_::import("os").attr("fsdecode");
        std::vector<py::str> names;  // may hold bytes that are no UTF-8
        for (const std::filesystem::path& file : plan_files(folder, subfolders)) {
          names.emplace_back(decode(py::bytes(file.native())));
        }
        return names;
      },
      py::arg("folder"), py::arg("subfolders"));
  module.def("require_plan", &require_plan, py::arg("plan"), py::arg("where"));
  module.def(
      "task_table",
      [](const std::vector<const Plan*>& plans, const std::vector<std::string>& names) {
        const Unlocked unlocked;
        return table_of(plans, names);
      },
      py::arg("plans"), py::arg("names"));
  module.def(
      "assignments",
      [](const std::vector<const Plan*>& plans, const std::string& agency) {
        const Unlocked unlocked;
        return assignments(plans, to_nfc(agency));
      },
      py::arg("plans"), py::arg("agency"));
  module.def(
      "agencies_from_json",
      [](const std::string& text) {
        Names out;
        const AgencyRegister entries = agency_register_from_json(text);
        for (const Entry& entry : entries.entries()) {
          out.emplace_back(entry.id, to_nfc(entry.name), entry.aliases);
        }
        return out;
      },
      py::arg("text"));
}

}  // namespace sauro::python
