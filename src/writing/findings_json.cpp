#include "sauro/writing/findings_json.hpp"

#include "writing/json_fields.hpp"
#include "writing/table_rows_json.hpp"

namespace sauro {
namespace {

using detail::JsonOut;

void write_finding(JsonOut& out, const Finding& one) {
  const auto text = [&](std::string_view name, const std::string& value) {
    out.key(name);
    out.value(std::string_view(value));
  };
  out.begin_object();
  text("rule", one.rule);
  out.key("severity");
  out.value(to_string(one.severity));
  text("task", one.task);
  text("message", one.message);
  text("message_en", one.message_en);
  text("correction", one.correction);
  out.key("span");
  detail::write(out, one.span);
  out.end_object();
}

}  // namespace

std::string to_json(const Findings& findings, int indent) {
  JsonOut out(indent);
  out.begin_object();
  out.key("schema");
  out.value("sauro/findings/1");
  out.key("points");
  detail::write(out, findings.points);
  out.key("clears");
  out.begin_object();
  for (std::size_t i = 0; i < six_clears.size(); ++i) {
    out.key(six_clears[i]);
    detail::write(out, findings.clears[i]);
  }
  out.end_object();
  out.key("clarity");
  detail::write_rows(out, findings.clarity, detail::Missing::left_out);
  out.key("findings");
  out.begin_list();
  for (const Finding& one : findings.findings) write_finding(out, one);
  out.end_list();
  out.end_object();
  return out.take();
}

}  // namespace sauro
