#include "sauro/writing/corrections_json.hpp"

#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr std::string_view schema = "sauro/corrections/1";

/// Words that a row may be; others would be no correction of anything.
void check_rows(const detail::JsonIn& root, const Corrections& read) {
  const auto list = root.find("corrections");
  if (!list || !list->is_list()) return;
  std::size_t at = 0;
  list->each([&](const detail::JsonIn& one) {
    const Correction& correction = read.list[at++];
    if (correction.field != CorrectedField::row || !correction.value) return;
    if (try_parse<RowMeaning>(*correction.value)) return;
    one.find("value")->fail(detail::unknown_name<RowMeaning>(*correction.value));
  });
}

}  // namespace

std::string to_json(const Corrections& corrections, int indent) {
  return detail::json_of(corrections, indent, schema);
}

Corrections corrections_from_json(std::string_view json) {
  detail::JsonDocument document(json);
  const detail::JsonIn root = document.root();
  root.expect_schema(schema);
  Corrections corrections;
  detail::read_fields(root, corrections, {.also = "schema"});
  check_rows(root, corrections);
  document.refuse_problems();
  return corrections;
}

}  // namespace sauro::inline v0_1
