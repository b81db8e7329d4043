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

  /// Whether a folded part is a body by itself too: "van phong", "thanh tra".
  [[nodiscard]] bool is_office(std::string_view key) const { return offices_.contains(key); }

  /// Whether `key` begins with a body that has no office of its own: "phong kinh te".
  [[nodiscard]] bool is_low(std::string_view key) const;

  /// Whether a folded head is a name by itself: "cong an", "vnpt".
  [[nodiscard]] bool stands_alone(std::string_view head) const { return alone_.contains(head); }

  /// Whether a folded cell says that nobody is named: "chua phan cong".
  [[nodiscard]] bool is_nobody(std::string_view key) const;

  /// Whether folded words say as what a body takes part: "co quan thuong truc".
  [[nodiscard]] bool is_capacity(std::string_view key) const { return capacities_.contains(key); }

  /// Whether a word leads to a time: "trước", "hoàn thành".
  [[nodiscard]] bool leads_to_time(std::string_view key) const { return to_time_.contains(key); }

  /// Whether `key` begins with words that leave bodies out: "tru so y te".
  [[nodiscard]] bool leaves_out(std::string_view key) const;

  /// Whether a folded group means some of its bodies alone: "cac xa con lai".
  [[nodiscard]] bool limits_group(std::string_view group) const;

  /// Whether a folded word, or two, says of what kind a place is: "xa", "thi tran".
  [[nodiscard]] bool is_place_level(std::string_view key) const { return levels_.contains(key); }

  /// Whether each level has a body of this folded name: "cong an".
  [[nodiscard]] bool is_each_level(std::string_view key) const { return each_.contains(key); }

  /// Whether two words are a verb that stands in no name: "theo doi".
  [[nodiscard]] bool is_plain_work(std::string_view pair) const { return works_.contains(pair); }

  /// Whether a folded word is a usual surname.
  [[nodiscard]] bool is_surname(std::string_view word) const { return surnames_.contains(word); }

  /// Whether a folded abbreviation says the form of a company or school: "tnhh".
  [[nodiscard]] bool is_legal_form(std::string_view key) const { return forms_.contains(key); }

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

  /// Whether folded words stand before the number of a row that a cell is like: "nhu muc".
  [[nodiscard]] bool refers(std::string_view key) const { return references_.contains(key); }

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
  std::unordered_set<std::string_view, ViewHash> references_;
  std::unordered_set<std::string_view, ViewHash> many_;
  std::unordered_set<std::string_view, ViewHash> offices_;
  std::unordered_set<std::string_view, ViewHash> alone_;
  std::unordered_set<std::string_view, ViewHash> nobodies_;
  std::unordered_set<std::string_view, ViewHash> capacities_;
  std::unordered_set<std::string_view, ViewHash> to_time_;
  std::unordered_set<std::string_view, ViewHash> levels_;
  std::unordered_set<std::string_view, ViewHash> forms_;
  std::unordered_set<std::string_view, ViewHash> each_;
  std::unordered_set<std::string_view, ViewHash> surnames_;
  std::unordered_set<std::string_view, ViewHash> works_;
  std::vector<std::string_view> branches_;
  std::vector<std::string_view> nobody_starts_;
  std::vector<std::string_view> low_;
  std::vector<std::string_view> exceptions_;
  std::vector<std::string_view> limits_;
  std::unordered_map<std::string_view, std::string_view> attributes_;
  std::vector<std::string_view> products_;
  std::vector<std::string_view> posts_;
  std::vector<std::string_view> superiors_;
  std::vector<std::string_view> signing_;
  std::vector<std::string_view> keepers_;  ///< those of them who write minutes
};

[[nodiscard]] const Words& words();

}  // namespace sauro::inline v0_1::detail
