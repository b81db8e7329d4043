#include "sauro/writing/findings_json.hpp"

#include "writing/json_fields.hpp"
#include "writing/table_rows_json.hpp"

namespace sauro::inline v0_1 {
std::string to_json(const Findings& findings, int indent) {
  detail::JsonOut out(indent);
  out.begin_object();
  detail::write_member(out, "schema", "sauro/findings/1");
  detail::write_member(out, "points", findings.points);
  out.key("clears");
  out.begin_object();
  for (std::size_t i = 0; i < six_clears.size(); ++i) {
    detail::write_member(out, six_clears[i], findings.clears[i]);
  }
  out.end_object();
  out.key("clarity");
  detail::write_rows(out, findings.clarity, detail::Missing::left_out);
  detail::write_member(out, "findings", findings.findings);
  out.end_object();
  return out.take();
}

}  // namespace sauro::inline v0_1
