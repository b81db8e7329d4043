#include "sauro/reading/read_plan.hpp"

#include "reading/open_source.hpp"

namespace sauro::inline v0_1 {
namespace {

template <class Document>
Plan plan_in(const Document& document, const ReadOptions& options) {
  Plan plan;
  detail::open_source(document, options, [&](const detail::Source& source) {
    plan = detail::interpret(source, options);
  });
  return plan;
}

}  // namespace

Plan read_plan(const std::filesystem::path& path, const ReadOptions& options) {
  return plan_in(path, options);
}

Plan read_plan_text(std::string_view bytes, const ReadOptions& options) {
  return plan_in(bytes, options);
}

}  // namespace sauro::inline v0_1
