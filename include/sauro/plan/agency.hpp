#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A body that leads, helps or reports: one identity for all its spellings in a plan.
struct Agency {
  std::string id = {};
  std::string name = {};
  std::vector<std::string> names = {};
  bool generic = false;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("id", &Agency::id, "'phong-van-hoa-xa-hoi'.", traits::shown),
                      Field("name", &Agency::name,
                            "The register's name, else the first spelling met.", traits::shown),
                      Field("names", &Agency::names, "Every spelling met, in order."),
                      Field("generic", &Agency::generic,
                            "Names no single body ('các cơ quan, đơn vị có liên quan').")};
  }

  friend bool operator==(const Agency&, const Agency&) = default;
};

/// Known bodies: id, name and other names of each.
class SAURO_API AgencyRegister {
 public:
  struct Entry {
    std::string id = {};
    std::string name = {};
    std::vector<std::string> aliases = {};

    template <class = void>
    static constexpr auto fields() {
      return std::tuple{Field("id", &Entry::id, "May be empty: then made from the name."),
                        Field("name", &Entry::name, "Name.", traits::required | traits::shown),
                        Field("aliases", &Entry::aliases, "Aliases.")};
    }

    friend bool operator==(const Entry&, const Entry&) = default;
  };

  AgencyRegister() = default;
  explicit AgencyRegister(const std::vector<Entry>& entries);

  /// The usual bodies of communes and provinces (src/data/agencies.json).
  [[nodiscard]] static const AgencyRegister& builtin();

  /// This register with more entries, which win over its own.
  [[nodiscard]] AgencyRegister with(const std::vector<Entry>& entries) const;

  /// The entry whose name or alias has this key (see agency_key), or nothing.
  [[nodiscard]] const Entry* find(std::string_view key) const;

  /// Whether the key of an entry begins with this word or these words.
  [[nodiscard]] bool has_beginning(std::string_view words) const;

  [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }

 private:
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t, std::less<>> by_key_;
};

/// Key by which spellings of one body meet: folded, abbreviations written out, `và` left out.
///
///     sauro::agency_key("Văn phòng HĐND&UBND") == sauro::agency_key(
///         "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân")
[[nodiscard]] SAURO_API std::string agency_key(std::string_view name);

/// `text` as an identifier: `phong-kinh-te`.
[[nodiscard]] SAURO_API std::string slug(std::string_view text);

}  // namespace sauro::inline v0_1
