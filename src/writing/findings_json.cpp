#include "sauro/writing/findings_json.hpp"

#include "writing/json_fields.hpp"
#include "writing/table_rows_json.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonOut;

template <class T>
void write_part(JsonOut& out, const T& value) {
  detail::write(out, value);
}

void write_part(JsonOut& out, const Table& table) {
  detail::write_rows(out, table, detail::Missing::left_out);
}

void write_part(JsonOut& out, const ClearShares& clears) {
  out.begin_object();
  for (std::size_t i = 0; i < six_clears.size(); ++i) {
    detail::write_member(out, six_clears[i], clears[i]);
  }
  out.end_object();
}

}  // namespace

std::string to_json(const Findings& findings, int indent) {
  JsonOut out(indent);
  out.begin_object();
  detail::write_member(out, "schema", "sauro/findings/1");
  for_each_field<Findings>([&](const auto& field) {
    out.key(field.name);
    write_part(out, field.of(findings));
  });
  out.end_object();
  return out.take();
}

}  // namespace sauro::inline v0_1
