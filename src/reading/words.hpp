#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {

/// The words that the reader goes by (src/data/words.json), indexed; all of them folded.
class Words {
 public:
  Words();

  /// Bytes of the longest head of a body's name ("van phong", "so") that `key` starts with; 0 where
  /// there is none.
  [[nodiscard]] std::size_t head_size(std::string_view key) const;

  /// Whether a word names no body in particular: "cac", "co", "quan", "lien".
  [[nodiscard]] bool is_generic(std::string_view word) const { return generic_.contains(word); }

  /// Whether two words say what a body is to do: "chu tri", "phoi hop".
  [[nodiscard]] bool is_duty_verb(std::string_view pair) const { return verbs_.contains(pair); }

  /// Whether what a folded name says is followed by the body that it belongs to: "van phong".
  [[nodiscard]] bool takes_body(std::string_view key) const { return parts_.contains(key); }

  /// Whether `key` begins with a body that has others below it, which are named before it: "so" of
  /// "phong ke hoach so tai chinh".
  [[nodiscard]] bool is_superior(std::string_view key) const;

  /// Whether no text ends with a folded word: "va", "cua", "cac".
  [[nodiscard]] bool joins(std::string_view word) const { return joining_.contains(word); }

  /// Whether a word may stand in small letters inside a name: "Thuế cơ sở 6", "Chi nhánh".
  [[nodiscard]] bool is_within_name(std::string_view word) const { return within_.contains(word); }

  /// Whether `key` begins with a post or with what stands before one in a signature: "chu tich",
  /// "kt".
  [[nodiscard]] bool starts_post(std::string_view key) const;

  /// Whether `key` begins with what somebody signs minutes as: "thu ky", "chu tri".
  [[nodiscard]] bool signs(std::string_view key) const;

  /// Whether `key` begins with what somebody signs as who wrote the minutes: "thu ky".
  [[nodiscard]] bool keeps_minutes(std::string_view key) const;

  /// The field of a document that the name of an attribute is about: "number" for "so ky hieu";
  /// empty where it is none, "other" where no field holds it.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;

  /// Whether a folded cell says that it is as the one above it: "nt", "nhu tren".
  [[nodiscard]] bool repeats(std::string_view key) const { return dittos_.contains(key); }

  /// Whether a folded name stands for many, whatever its number: "can bo cong chuc".
  [[nodiscard]] bool is_many(std::string_view key) const { return many_.contains(key); }

  /// Bytes of the words that `key` begins with and that tell a branch of a body apart: "chi nhanh".
  [[nodiscard]] std::size_t branch_size(std::string_view key) const;

  /// Whether `key` begins with something that can be shown: "ke hoach", "bao cao".
  [[nodiscard]] bool starts_product(std::string_view key) const;

 private:
  std::unordered_set<std::string_view, ViewHash> heads_;
  std::unordered_set<std::string_view, ViewHash> generic_;
  std::unordered_set<std::string_view, ViewHash> parts_;
  std::unordered_set<std::string_view, ViewHash> joining_;
  std::unordered_set<std::string_view, ViewHash> verbs_;
  std::unordered_set<std::string_view, ViewHash> within_;
  std::unordered_set<std::string_view, ViewHash> dittos_;
  std::unordered_set<std::string_view, ViewHash> many_;
  std::vector<std::string_view> branches_;
  std::unordered_map<std::string_view, std::string_view> attributes_;
  std::vector<std::string_view> products_;
  std::vector<std::string_view> posts_;
  std::vector<std::string_view> superiors_;
  std::vector<std::string_view> signing_;
  std::vector<std::string_view> keepers_;  ///< those of them who write minutes
};

[[nodiscard]] const Words& words();

}  // namespace sauro::inline v0_1::detail
