// Names that share the head of one before them: "Sở Nội vụ, Tài chính".
#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/agencies.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/persons.hpp"

namespace sauro::inline v0_1::detail {

/// The head of a name that the names behind it may share: "phòng" of "Trưởng phòng Kinh tế".
std::string AgencyResolver::head_that_goes_on(std::string_view name) const {
  constexpr std::size_t longest = 80;  // bytes
  const std::string_view body = behind_head_post(name.substr(0, std::min(name.size(), longest)));
  const std::string_view named = body.empty() ? name : body;
  return first_words(named, count_words(head_of(fold(named.substr(0, longest)))));
}

/// Whether a piece heads a list; without a colon only where the first name with it is known.
bool AgencyResolver::is_shared(const SharedHead& all) const {
  if (all.first.empty() || all.introduced) return !all.first.empty();
  return find(key_of(all.head + " " + std::string(all.first))) != nullptr;
}

/// Whether a department or ministry bears a name, so that "và" belongs to it: "Nông nghiệp và Môi
/// trường".
bool AgencyResolver::is_field(std::string_view text) const {
  for (const std::string_view head : {"Sở ", "Bộ "})
    if (find(key_of(std::string(head) + std::string(text))) != nullptr) return true;
  return false;
}

/// "Sở Tài chính" of the head "Sở" and "Tài chính", where that is known; with `any`, that other
/// bodies of this field are known is enough ("Phòng Nông nghiệp và Môi trường").
AgencyResolver::SharedName AgencyResolver::with_head(std::string_view head, std::string_view cell,
                                                     const std::vector<ListPiece>& pieces,
                                                     std::size_t first, bool any) const {
  constexpr std::size_t longest = 100;  // bytes of what a head is shared with
  const std::string_view piece = text_of(cell, pieces[first], pieces[first]);
  if (head.empty() || piece.empty() || piece.size() > longest || begins_name(piece) ||
      !starts_upper(piece))
    return {};
  const bool is_name = find(key_of(piece)) != nullptr;
  for (std::size_t last = std::min(first + most_shared, pieces.size()) - 1;; --last) {
    const std::string_view text = text_of(cell, pieces[first], pieces[last]);
    if (text.size() <= longest && text.find_first_of(";:\n") == text.npos) {
      const std::string name = std::string(head) + " " + std::string(text);
      if (!(is_name && last == first) && find(key_of(name)) != nullptr) return {name, last};
      if (any && !is_name && is_field(text)) return {name, last};
    }
    if (last == first) return {};
  }
}

}  // namespace sauro::inline v0_1::detail
