#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/say.hpp"
#include "writing/json_in.hpp"

/// Whether what a document says of one object fits what it says of another.
namespace sauro::inline v0_1::detail {

/// Places of objects by id.
using Places = std::unordered_map<std::string_view, std::size_t>;

/// The values of a list in the document; as many as were read from it.
inline std::vector<JsonIn> values_of(const JsonIn& root, std::string_view name) {
  std::vector<JsonIn> values;
  if (const auto list = root.find(name)) {
    list->each([&](const JsonIn& one) { values.push_back(one); });
  }
  return values;
}

/// Says something at a member, or at the object where it has none.
inline void fail_at(const JsonIn& object, std::string_view member, const Bilingual& what) {
  object.find(member).value_or(object).fail(what);
}

/// Where each id stands; says which are empty or there twice.
template <class Item>
Places check_ids(const std::vector<JsonIn>& in, const std::vector<Item>& items) {
  Places places;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id.empty()) {
      fail_at(in[i], "id", {"mã trống", "the id is empty"});
      continue;
    }
    const auto [first, is_new] = places.try_emplace(items[i].id, i);
    if (is_new) continue;
    fail_at(in[i], "id",
            say("mã {} đã có ở {}", "the id {} stands at {} too", items[i].id,
                in[first->second].pointer()));
  }
  return places;
}

}  // namespace sauro::inline v0_1::detail
