// Which items the labels of a plan in prose speak of.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "sauro/text/fold.hpp"
#include "data/verbs.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/duty_words.hpp"
#include "reading/prose_outline.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {

bool starts_with_verb(std::string_view text) {
  constexpr std::size_t longest_verb = 3;  // words
  static const std::unordered_set<std::string> verbs = [] {
    std::unordered_set<std::string> all;
    for (const auto& [kind, phrases] : data::verbs) {
      each_piece(phrases, '|', [&](std::string_view phrase) { all.insert(fold(phrase)); });
    }
    return all;
  }();
  const std::string key = fold(text.substr(0, 60));
  std::size_t end = 0;
  for (std::size_t count = 0; count < longest_verb && end < key.size(); ++count) {
    end = std::min(key.find(' ', end == 0 ? 0 : end + 1), key.size());
    if (!verbs.contains(key.substr(0, end))) continue;
    const std::size_t comma = text.find(',');
    const bool listed = comma != text.npos && fold(text.substr(0, comma)).size() == end;
    return !listed || starts_with_verb(trim(text.substr(comma + 1)));
  }
  return false;
}

namespace {

/// Whether a text begins with something to do, and not with what to heed in it.
bool is_work(std::string_view text) {
  const auto words = spoken_words(text.substr(0, 60));
  return starts_with_verb(text) && words_ahead(DutyWord::heed, words, 0) == 0;
}

bool says_who_or_when(const std::vector<ProseField>& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const ProseField& field) {
    return field.role == ProseRole::lead || field.role == ProseRole::coordinator ||
           field.role == ProseRole::timeframe;
  });
}

class OwnerFinder {
 public:
  OwnerFinder(Context& context, const std::vector<Unit>& units, ProseOutline& outline)
      : context_(context), units_(units), nodes_(outline.nodes), groups_(outline.groups) {}

  void run() {
    count_groups();
    for (ProseGroup& group : groups_) settle(group);
    for (ProseNode& node : nodes_) node.task = says_who_or_when(node.fields);
    for (std::size_t place = 0; place < nodes_.size(); ++place) add_siblings(place);
    share_times();
    for (std::size_t place = 1; place < nodes_.size(); ++place) {
      const std::size_t parent = nodes_[place].parent;
      nodes_[place].above = nodes_[parent].task ? parent : nodes_[parent].above;
    }
  }

 private:
  void count_groups() {
    said_.assign(nodes_.size(), 0);
    for (const ProseGroup& group : groups_) {
      const ProseNode& before = nodes_[group.after];
      ++said_[before.parent];
      ++below_[{group.bullet, before.level, before.bullet}];
    }
    for (std::size_t place = 1; place < nodes_.size(); ++place) {
      if (says_who_or_when(nodes_[place].fields)) ++said_[nodes_[place].parent];
    }
  }

  void settle(ProseGroup& group) {
    const ProseNode& before = nodes_[group.after];
    const bool is_block = group.has(ProseRole::content) && says_who_or_when(group.fields);
    if (is_block && (before.is_heading() || before.has(ProseRole::content))) {
      give(add_node(group), group);
    } else if (before.is_heading()) {
      if (says_who_or_when(group.fields) && shared_.insert(group.after).second) {
        share(nodes_[group.after].children, group);
      }
    } else {
      settle_below(group);
    }
  }

  /// Labels below an item: its own, those of the item above, or those of the whole list.
  void settle_below(ProseGroup& group) {
    const ProseNode& item = nodes_[group.after];
    const ProseNode& parent = nodes_[item.parent];
    const bool alone = said_[item.parent] == 1 && parent.children.back() == group.after;
    std::vector<std::size_t> list;  // looked for where it matters: once for all labels of a list
    for (std::size_t i = 0; alone && i < parent.children.size(); ++i) {
      if (nodes_[parent.children[i]].is_like(item)) list.push_back(parent.children[i]);
    }
    const bool beside = group.same_mark || (!group.marked && item.level >= ProseNode::bullet_level);
    // one thing to heed below something to do: "1. Lắp đặt ... / - Bảo đảm tiết kiệm. / + Chủ trì"
    const bool heeds = list.size() == 1 && starts_with_verb(parent.text) && !item.bullet.empty() &&
                       !parent.is_heading() && !is_work(item.text);
    const bool deeper = group.bullet == "+" && item.bullet == "-";
    const bool guess = alone && !beside && heeds && usual(group, parent) == 0;
    if (guess) remark(group, "của mục con ngay trên");
    const bool of_parent = alone && (beside || heeds);
    if ((of_parent || usual(group, parent) > usual(group, item)) && !parent.is_heading() &&
        !says_who_or_when(parent.fields)) {
      give(item.parent, group);
    } else if (alone && !deeper && list.size() > 1 && is_list_of_work(list) &&
               says_who_or_when(group.fields)) {
      share(list, group);
    } else {
      give(group.after, group);
    }
  }

  /// How many groups with the bullet of this one stand right below nodes like `node`.
  [[nodiscard]] std::ptrdiff_t usual(const ProseGroup& group, const ProseNode& node) const {
    const auto found = below_.find({group.bullet, node.level, node.bullet});
    return found == below_.end() ? 0 : found->second;
  }

  /// Items without parts, most of which begin with a verb.
  [[nodiscard]] bool is_list_of_work(const std::vector<std::size_t>& list) const {
    std::size_t verbs = 0;
    for (const std::size_t place : list) {
      if (nodes_[place].is_heading() || !nodes_[place].children.empty()) return false;
      if (starts_with_verb(nodes_[place].text)) ++verbs;
    }
    return verbs * 2 >= list.size();
  }

  void give(std::size_t place, ProseGroup& group) {
    ProseNode& node = nodes_[place];
    std::move(group.fields.begin(), group.fields.end(), std::back_inserter(node.fields));
    node.lines.insert(node.lines.end(), group.lines.begin(), group.lines.end());
  }

  /// Labels that hold for all items of a list that don't say otherwise.
  void share(const std::vector<std::size_t>& list, ProseGroup& group) {
    std::vector<std::size_t> takers;
    for (const std::size_t place : list) {
      if (!says_who_or_when(nodes_[place].fields)) takers.push_back(place);
    }
    if (takers.empty() || !is_list_of_work(takers)) return;
    remark(group, "chỉ của mục ngay trên, không phải của cả danh sách");
    for (const std::size_t place : takers) {
      ProseNode& node = nodes_[place];
      node.fields.insert(node.fields.end(), group.fields.begin(), group.fields.end());
      node.borrows = place != takers.front();
    }
    nodes_[takers.front()].lines = group.lines;
  }

  /// A heading that is a time holds for the tasks below it that name none: "1. Quý I".
  void share_times() {
    constexpr std::size_t longest = 80;                // bytes
    std::vector<std::size_t> above(nodes_.size(), 0);  // by node: the heading that is a time
    std::size_t told = 0;
    for (std::size_t place = 1; place < nodes_.size(); ++place) {
      ProseNode& node = nodes_[place];
      const std::string_view text = without_separators(node.text);
      const bool heads = !node.task && !node.children.empty() && text.size() <= longest &&
                         may_hold_time(text) && is_time(text);
      above[place] = heads ? place : above[node.parent];
      const std::size_t heading = above[place];
      if (!node.task || heading == 0 || node.has(ProseRole::timeframe)) continue;
      const ProseNode& time = nodes_[heading];
      node.fields.push_back(
          {ProseRole::timeframe, "", one_line(without_separators(time.text)), true});
      if (std::exchange(told, heading) == heading) continue;
      Remark& said = context_.remark(RemarkKind::value, one_line(units_[time.unit].text),
                                     units_[time.unit].place);
      said.field = "timeframe";
      said.others.emplace_back("không phải thời hạn của các mục bên dưới");
    }
  }

  void remark(const ProseGroup& group, std::string_view other) {
    const Unit& unit = units_[group.lines.front()];
    Remark& remark = context_.remark(RemarkKind::value, one_line(unit.text), unit.place);
    remark.field = "lead";
    remark.others.emplace_back(other);
  }

  /// An item that begins with its labels and holds its content in one of them.
  std::size_t add_node(const ProseGroup& group) {
    const std::size_t place = nodes_.size();
    const ProseNode& before = nodes_[group.after];
    ProseNode node;
    node.unit = group.lines.front();
    node.level = ProseNode::plain_level;
    node.parent = before.is_heading() ? group.after : before.parent;
    nodes_[node.parent].children.push_back(place);
    nodes_.push_back(std::move(node));
    return place;
  }

  /// A numbered item without labels in a list of tasks is one too.
  void add_siblings(std::size_t parent) {
    std::array<int, ProseNode::bullet_level> tasks{};  // by level
    for (const std::size_t place : nodes_[parent].children) {
      const ProseNode& node = nodes_[place];
      if (node.task && node.level < ProseNode::bullet_level) ++tasks[to_index(node.level)];
    }
    for (const std::size_t place : nodes_[parent].children) {
      ProseNode& node = nodes_[place];
      const bool listed = !node.is_heading() && node.level < ProseNode::bullet_level &&
                          tasks[to_index(node.level)] > 1;
      if (listed && node.children.empty() && starts_with_verb(node.text)) node.task = true;
    }
  }

  static std::size_t to_index(int level) { return static_cast<std::size_t>(level); }

  Context& context_;
  const std::vector<Unit>& units_;
  std::vector<ProseNode>& nodes_;
  std::vector<ProseGroup>& groups_;
  std::map<std::tuple<std::string_view, int, std::string_view>, std::ptrdiff_t> below_;
  std::unordered_set<std::size_t> shared_;  ///< headings whose items were given labels
  std::vector<int> said_;                   ///< by node: how often labels stand among its children
};

}  // namespace

void find_owners(Context& context, const std::vector<Unit>& units, ProseOutline& outline) {
  OwnerFinder(context, units, outline).run();
}

}  // namespace sauro::inline v0_1::detail
