#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Where the items of a list stand by their ids; made when first asked for, by any thread.
///
/// It is no part of the list's value: all of them are equal, and a copy starts afresh. Lists may
/// change after it was made: what it says is checked against the list, and it is made again where
/// the two differ.
class SAURO_API IdIndex {
 public:
  /// The id of the item at a place.
  using IdAt = std::function<std::string_view(std::size_t place)>;

  IdIndex() = default;
  IdIndex(const IdIndex& /*other*/) noexcept {}
  IdIndex& operator=(const IdIndex& /*other*/) noexcept { return *this; }
  ~IdIndex() = default;

  /// The first item with this id, or null; constant time after the first call.
  template <class Item>
  [[nodiscard]] const Item* find(const std::vector<Item>& items, std::string_view id) const {
    const auto place =
        find(items.size(), [&](std::size_t i) -> std::string_view { return items[i].id; }, id);
    return place ? &items[*place] : nullptr;
  }

  friend bool operator==(const IdIndex& /*a*/, const IdIndex& /*b*/) noexcept { return true; }

 private:
  struct Places;

  [[nodiscard]] std::optional<std::size_t> find(std::size_t size, const IdAt& id_at,
                                                std::string_view id) const;

  mutable std::mutex mutex_ = {};
  mutable std::shared_ptr<const Places> places_ = {};
};

}  // namespace sauro::inline v0_1
