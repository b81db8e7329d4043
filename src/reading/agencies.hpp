#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/plan/agency.hpp"
#include "reading/agency_names.hpp"

namespace sauro::inline v0_1::detail {

/// Adds an id where it isn't there yet.
void add_id(std::vector<std::string>& ids, std::string id);

/// Adds the ids of partners; one that leads is none.
void add_partners(const std::vector<std::string>& leads, std::vector<std::string>& coordinators,
                  std::vector<std::string> ids);

/// Finds the bodies that a plan names and gives each one identity.
class AgencyResolver {
 public:
  /// `met` takes the agencies in the order in which they are met.
  AgencyResolver(const AgencyRegister& own, std::vector<Agency>& met) : own_(own), met_(met) {}

  /// The issuer tells which level is "here": "Công an xã" in a plan of a commune is "Công an".
  void set_issuer(std::string_view issuer);

  /// Whether a name is that of the issuer: "UBND xã", "Sở" in a text of Sở Nội vụ.
  [[nodiscard]] bool is_issuer(std::string_view name) const;

  /// Id of the body of this name; notes the spelling.
  std::string identify(std::string_view name);

  /// Ids of all bodies that a cell names, without doubles.
  std::vector<std::string> identify_all(std::string_view cell);

  /// Whether names in a cell were parted although nothing stands between them, "Phòng Kinh tế Công
  /// an xã", or without what is no name.
  [[nodiscard]] bool is_guess(std::string_view cell);

  /// The names in a cell, parted; commas inside names and fixed phrases don't part.
  [[nodiscard]] std::vector<std::string> split(std::string_view cell) const {
    return parties_of(cell).names;
  }

  /// A cell of bodies with a blank for each line end but those behind which another entry begins.
  [[nodiscard]] std::string unwrap(std::string_view cell) const;

  /// Whether a body of this name is listed, or was met before.
  [[nodiscard]] bool is_known(std::string_view name) const;

  /// Whether the register of the caller or the one that ships lists a body of this name.
  [[nodiscard]] bool is_listed(std::string_view name) const;

  /// The name of an agency that was met.
  [[nodiscard]] const std::string& name_of(const std::string& id) const {
    return met_[by_id_.at(id)].name;
  }

  /// Whether an agency that was met names no body in particular: "các phòng".
  [[nodiscard]] bool is_generic(const std::string& id) const;

  /// Whether `text` is the name of a body, or several, and nothing else.
  [[nodiscard]] bool is_agency(std::string_view text) const;

 private:
  /// Those whom a cell names, and whether that was guessed.
  struct Parties {
    std::vector<std::string> names;
    bool guessed = false;
  };

  [[nodiscard]] Parties parties_of(std::string_view cell) const;
  [[nodiscard]] std::vector<std::string> listed_names(std::string_view cell) const;
  void add_parties(std::string_view name, Parties& to) const;
  bool part_day(std::string_view name, Parties& to) const;
  bool part_person(std::string_view name, Parties& to) const;
  bool part_bracket(std::string_view name, Parties& to) const;
  bool part_sign(std::string_view name, Parties& to) const;
  [[nodiscard]] std::string_view without_work(std::string_view name) const;
  [[nodiscard]] bool is_body(std::string_view name) const;
  [[nodiscard]] bool starts_known(std::string_view text) const;
  [[nodiscard]] bool goes_on_known(std::string_view before, std::string_view behind) const;
  [[nodiscard]] bool starts_name(std::string_view text) const;
  [[nodiscard]] bool has_offices(std::string_view name) const;
  [[nodiscard]] bool begins_entry(std::string_view before, std::string_view behind) const;
  [[nodiscard]] std::string head_that_goes_on(std::string_view name) const;
  void set_level(const std::string& key);
  /// Gives `take` each name in a cell as long as it wants more; whether it took all.
  template <class Take>
  bool each_name(std::string_view cell, Take take) const;
  [[nodiscard]] const AgencyRegister::Entry* find(const std::string& key) const;
  [[nodiscard]] std::string key_of(std::string_view name) const;
  [[nodiscard]] std::size_t end_of_first(std::string_view names) const;
  [[nodiscard]] bool is_one_agency(std::string_view name) const;
  [[nodiscard]] std::string responsible(std::string_view name) const;
  [[nodiscard]] bool is_part_of_body(std::string_view name) const;
  [[nodiscard]] bool stands_for_many(std::string_view name, std::string_view key) const;
  [[nodiscard]] bool is_shared(const SharedHead& all) const;
  /// A name that has the head of the one before it, and its last piece.
  struct SharedName {
    std::string name;  ///< empty where there is none
    std::size_t last = 0;
  };
  [[nodiscard]] SharedName with_head(std::string_view head, std::string_view cell,
                                     const std::vector<ListPiece>& pieces, std::size_t first,
                                     bool any) const;
  [[nodiscard]] bool is_field(std::string_view text) const;
  [[nodiscard]] bool may_be_known(std::string_view text) const;
  [[nodiscard]] std::optional<std::size_t> known_until(std::string_view cell,
                                                       const std::vector<ListPiece>& pieces,
                                                       std::size_t first) const;
  [[nodiscard]] std::size_t last_piece(std::string_view cell, const std::vector<ListPiece>& pieces,
                                       std::size_t first) const;

  const AgencyRegister& own_;
  std::vector<Agency>& met_;
  std::vector<std::string> here_{"xa", "phuong", "dac khu", "thi tran"};
  std::string issuer_;               ///< its key
  std::vector<std::string> places_;  ///< folded: "xa vinh phong", "phuong vinh phong"
  std::unordered_map<std::string, std::size_t> by_spelling_;
  std::unordered_map<std::string, std::size_t> by_id_;
  /// The bodies of a cell, and whether they were guessed.
  struct CellBodies {
    std::vector<std::string> ids;
    bool guessed = false;
  };
  CellBodies bodies_of(std::string_view cell);

  std::unordered_map<std::string, CellBodies> by_cell_;
};

}  // namespace sauro::inline v0_1::detail
