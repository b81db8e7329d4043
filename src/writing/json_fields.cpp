#include "writing/json_fields.hpp"

#include <algorithm>

#include "core/poll.hpp"

namespace sauro::inline v0_1::detail {
namespace {

void refuse_unknown(const JsonIn& in, const JsonFields& fields, std::string_view also) {
  in.each([&](const JsonIn& one) {
    const bool is_known =
        one.key() == also ||
        std::any_of(fields.list.begin(), fields.list.end(), [&](const JsonField& field) {
          return field.name == one.key() && !field.is(traits::unwritten);
        });
    if (!is_known) in.refuse_member(one.key(), fields.names());
  });
}

}  // namespace

bool JsonFields::is_left_out(const JsonField& field, const void* owner) const {
  if (leaves_out != nullptr && leaves_out(owner, field.name)) return true;
  if (field.is(traits::unwritten)) return true;
  if (!field.is(traits::omitted)) return false;
  return field.are_equal(field.place_in(owner), field.place_in(as_made()));
}

std::string JsonFields::names() const {
  std::string names;
  for (const JsonField& field : list) {
    if (field.is(traits::unwritten)) continue;
    names += (names.empty() ? "" : ", ") + std::string(field.name);
  }
  return names;
}

void write_fields(JsonOut& out, const JsonFields& fields, const void* owner) {
  for (const JsonField& field : fields.list) {
    if (fields.is_left_out(field, owner)) continue;
    out.key(field.name);
    field.write(out, field.place_in(owner));
  }
}

void write_object(JsonOut& out, const JsonFields& fields, const void* owner,
                  std::string_view schema) {
  out.begin_object();
  if (!schema.empty()) write_member(out, "schema", schema);
  write_fields(out, fields, owner);
  out.end_object();
}

void read_fields(const JsonIn& in, const JsonFields& fields, JsonReads reads, void* owner,
                 const ReadFields& how) {
  poll();
  if (!in.expect_object()) return;
  for (std::size_t i = 0; i < fields.list.size(); ++i) {
    const JsonField& field = fields.list[i];
    if (field.is(traits::unwritten)) continue;
    if (const std::optional<JsonIn> found = in.find(field.name)) {
      reads[i](*found, const_cast<void*>(field.place_in(owner)));  // of an owner that isn't const
    } else if (how.required && field.is(traits::required)) {
      in.require(field.name);
    }
  }
  if (in.document().is_strict()) refuse_unknown(in, fields, how.also);
}

void write_text_or_null(JsonOut& out, const void* text) {
  const auto& value = *static_cast<const std::string*>(text);
  value.empty() ? out.null() : out.value(value);
}

}  // namespace sauro::inline v0_1::detail
