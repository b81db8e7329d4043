#include "sauro/plan/id_index.hpp"

#include <string>
#include <unordered_map>

#include "text/view_hash.hpp"

namespace sauro::inline v0_1 {

struct IdIndex::Places {
  std::size_t size = 0;  ///< of the list when this was made
  std::unordered_map<std::string, std::size_t, detail::ViewHash, std::equal_to<>> by_id = {};
};

std::optional<std::size_t> IdIndex::find(std::size_t size, const IdAt& id_at,
                                         std::string_view id) const {
  std::shared_ptr<const Places> places;
  {
    const std::lock_guard lock(mutex_);
    places = places_;
  }
  if (places && places->size == size) {
    const auto found = places->by_id.find(id);
    if (found != places->by_id.end() && id_at(found->second) == id) return found->second;
    std::size_t place = 0;  // not there, or the list has changed since: one look at each tells
    while (place < size && id_at(place) != id) ++place;
    if (place == size) return std::nullopt;
  }
  auto made = std::make_shared<Places>();
  made->size = size;
  made->by_id.reserve(size);
  for (std::size_t i = 0; i < size; ++i) made->by_id.emplace(id_at(i), i);
  const auto found = made->by_id.find(id);
  const bool there = found != made->by_id.end();
  const std::optional<std::size_t> place = there ? std::optional(found->second) : std::nullopt;
  const std::lock_guard lock(mutex_);
  places_ = std::move(made);
  return place;
}

}  // namespace sauro::inline v0_1
