#include "casters.hpp"

namespace sauro::python {

void register_files(py::module_& module) {
  module.def(
      "load_bytes",
      [](const std::filesystem::path& path) {
        std::string bytes;
        {
          const Unlocked unlocked;
          bytes = read_file(path);
        }
        return py::bytes(bytes);
      },
      py::arg("path"));
  module.def(
      "save_bytes",
      [](const std::filesystem::path& path, const py::bytes& content) {
        const std::string_view view = content;
        const Unlocked unlocked;
        write_file(path, view);
      },
      py::arg("path"), py::arg("content"));
}

}  // namespace sauro::python
