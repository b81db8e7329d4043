#include "reading/prose_outline.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "sauro/phrases/timeframe.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

class Builder {
 public:
  Builder(const Context& context, const std::vector<Unit>& units, std::size_t to)
      : context_(context), units_(units), to_(to) {
    outline_.nodes.emplace_back();
    stack_.push_back(0);
  }

  void take(std::size_t unit) {
    if (units_[unit].table != nullptr) {
      take_table(unit);
      return;
    }
    ProseNode node = node_of(unit);
    if (take_value(node) || take_roles(node)) return;
    ProseLine line = read_prose_labels(context_, node.text);
    if (!line.fields.empty() && line.before.empty() && takes_label(node)) {
      add_labels(node, std::move(line.fields));
      return;
    }
    if (stands_among_labels(node, line)) return add_other(node, std::move(line));
    if (line.before.empty()) line = {node.text, {}};  // "3. Thời gian: quý II" of the whole plan
    const bool labelled = !line.fields.empty();
    ProseLine roles = find_roles_of_item(context_, node.text, labelled);
    if (!roles.fields.empty()) {
      ProseLine ahead = labelled ? read_prose_labels(context_, roles.before) : ProseLine{};
      if (ahead.fields.empty()) {
        line = std::move(roles);
      } else {  // "... Chủ trì: Phòng Kinh tế (trước ngày 30/6)"
        roles.before = ahead.before;
        line = std::move(ahead);
        add_roles(line, std::move(roles));
      }
    } else if (labelled) {
      add_roles(line, find_roles_of_item(context_, line.before, false));
    }
    push(std::move(node), std::move(line));
  }

  ProseOutline finish() { return std::move(outline_); }

 private:
  [[nodiscard]] ProseNode node_of(std::size_t unit) const {
    ProseNode node;
    node.unit = unit;
    const std::string_view text = units_[unit].text;
    if (const auto label = leading_label(text)) {
      node.level = outline_level(*label, text);
      node.number = label->number;
      node.text = trim(text.substr(label->size));
      return node;
    }
    const Bullet bullet = take_bullet(text);
    node.level = bullet.marks == 0 ? ProseNode::plain_level : ProseNode::bullet_level;
    node.text = bullet.rest;
    if (bullet.marks != 0) {
      node.bullet =
          trim(text.substr(0, static_cast<std::size_t>(bullet.rest.data() - text.data())));
    }
    return node;
  }

  /// Adds what brackets or the end of an item say beside its labels: "Rà soát hộ nghèo: Phòng Kinh
  /// tế; thời gian: 30/10".
  static void add_roles(ProseLine& line, ProseLine roles) {
    std::erase_if(roles.fields,
                  [&](const ProseField& one) { return has_role(line.fields, one.role); });
    if (roles.fields.empty()) return;
    line.before = roles.before;
    line.after = roles.after + (roles.after.empty() || line.after.empty() ? "" : " ") + line.after;
    line.fields.insert(line.fields.begin(), std::make_move_iterator(roles.fields.begin()),
                       std::make_move_iterator(roles.fields.end()));
  }

  /// Places on the stack that stay open above a node of this kind.
  [[nodiscard]] std::size_t depth_for(const ProseNode& node) const {
    std::size_t depth = stack_.size();
    const auto at = [&](std::size_t place) -> const ProseNode& {
      return outline_.nodes[stack_[place - 1]];
    };
    if (node.level < ProseNode::bullet_level) {
      while (depth > 1 && at(depth).level >= node.level) --depth;
      return depth;
    }
    for (std::size_t i = depth; i > 1 && at(i).level >= ProseNode::bullet_level; --i) {
      if (at(i).is_like(node)) return i - 1;
    }
    while (depth > 1 && at(depth).level == ProseNode::plain_level) --depth;
    return depth;
  }

  void push(ProseNode node, ProseLine line) {
    stack_.resize(depth_for(node));
    node.parent = stack_.back();
    node.title = line.fields.empty() ? node.text : line.before;
    if (!line.after.empty()) {
      const bool stop = std::string_view(",.;:").find(line.after.front()) != std::string_view::npos;
      const std::string before(without_separators(line.before));
      node.title = outline_.joined.emplace_back(before + (stop ? "" : " ") + line.after);
    }
    node.fields = std::move(line.fields);
    const std::size_t place = outline_.nodes.size();
    outline_.nodes[node.parent].children.push_back(place);
    outline_.nodes.push_back(std::move(node));
    stack_.push_back(place);
    open_ = false;
  }

  /// Whether a labelled line says something of an item and isn't a heading on the plan as a whole:
  /// "3. Thời gian: quý II".
  [[nodiscard]] bool takes_label(const ProseNode& node) const {
    constexpr int arabic = 5;
    if (node.level > arabic) return true;
    const std::size_t depth = depth_for(node);
    return node.level == arabic && !outline_.nodes[stack_[depth - 1]].is_heading();
  }

  void add_labels(const ProseNode& node, std::vector<ProseField> fields) {
    const ProseNode& before = outline_.nodes[stack_.back()];
    const bool again = open_ && std::any_of(fields.begin(), fields.end(), [&](const auto& field) {
                         const ProseRole role = field.role;
                         return role != ProseRole::other && outline_.groups.back().has(role);
                       });
    if (!open_ || again) {
      ProseGroup group;
      group.after = stack_.back();
      group.same_mark = before.is_like(node);
      group.bullet = node.bullet;
      group.marked = node.level != ProseNode::plain_level;
      outline_.groups.push_back(std::move(group));
    }
    ProseGroup& group = outline_.groups.back();
    std::move(fields.begin(), fields.end(), std::back_inserter(group.fields));
    group.lines.push_back(node.unit);
    label_ = {node.level, node.bullet};
    open_ = true;
  }

  /// A line below an item that says who leads it and who helps, without labels.
  bool take_roles(const ProseNode& node) {
    const ProseNode& item = outline_.nodes[stack_.back()];
    if (stack_.back() == 0 || item.is_heading() || node.level < ProseNode::bullet_level)
      return false;
    std::vector<ProseField> fields = roles_of_line(context_, node.text);
    if (fields.empty() || context_.agencies.is_agency(without_separators(item.text))) return false;
    add_labels(node, std::move(fields));
    return true;
  }

  /// Whether a line with other words before its colon stands among the labels of one task: "Số
  /// lượng: 02 lớp." What follows it says more of that task, not the same again of another.
  [[nodiscard]] bool stands_among_labels(const ProseNode& node, const ProseLine& line) const {
    constexpr std::size_t most = 4;  // such lines one after the other
    if (!open_ || !is_like_label(node) || !is_note(line.fields.empty() ? node.text : line.before))
      return false;
    if (!line.fields.empty()) return says_more(line);
    for (std::size_t next = node.unit + 1; next < std::min(to_, node.unit + most); ++next) {
      if (units_[next].table != nullptr) return false;
      const ProseNode other = node_of(next);
      if (!is_like_label(other)) return false;
      const ProseLine labels = read_prose_labels(context_, other.text);
      if (!labels.fields.empty()) return labels.before.empty() && says_more(labels);
      if (!is_note(other.text)) return false;
    }
    return false;
  }

  [[nodiscard]] bool is_like_label(const ProseNode& node) const {
    return node.level == label_.first && node.bullet == label_.second;
  }

  /// Whether the labels of a line stand not yet in the group that is open.
  [[nodiscard]] bool says_more(const ProseLine& line) const {
    return std::none_of(line.fields.begin(), line.fields.end(), [&](const ProseField& field) {
      return field.role != ProseRole::other && outline_.groups.back().has(field.role);
    });
  }

  /// Whether a few words that are no work and no body stand before a colon, and no body behind it.
  [[nodiscard]] bool is_note(std::string_view text) const {
    constexpr std::size_t longest = 60;  // bytes
    const std::size_t colon = text.substr(0, longest).find(": ");
    if (colon == text.npos || colon == 0) return false;
    const std::string_view name = text.substr(0, colon);
    return (prose_role(name) || !starts_with_verb(name)) && !context_.agencies.is_agency(name) &&
           !context_.agencies.is_agency(without_separators(text.substr(colon + 1)));
  }

  /// Takes a line that stands among labels as one of them, whatever it is called.
  void add_other(const ProseNode& node, ProseLine line) {
    const std::string_view text = line.fields.empty() ? node.text : line.before;
    const std::size_t colon = text.find(':');
    line.fields.insert(line.fields.begin(), {ProseRole::other, one_line(text.substr(0, colon)),
                                             one_line(without_separators(text.substr(colon + 1)))});
    add_labels(node, std::move(line.fields));
  }

  /// A line that an empty label owns: bodies below "Đơn vị phối hợp:", bullets below "Sản phẩm:".
  bool take_value(const ProseNode& node) {
    if (!open_) return false;
    ProseGroup& group = outline_.groups.back();
    ProseField& field = group.fields.back();
    const bool goes_on = field.value.empty() || field.value.find('\n') != std::string::npos;
    if (!goes_on || starts_prose_label(node.text)) return false;
    const std::string_view value = without_separators(node.text);
    const bool bodies = field.role == ProseRole::lead || field.role == ProseRole::coordinator;
    const bool deeper = field.role == ProseRole::product && node.level == ProseNode::bullet_level &&
                        node.bullet != label_.second;
    if (!(bodies ? context_.agencies.is_agency(value) : deeper)) return false;
    field.value += "\n" + std::string(value);
    group.lines.push_back(node.unit);
    return true;
  }

  void take_table(std::size_t unit) {
    std::vector<ProseField> fields = label_table(*units_[unit].table);
    if (fields.empty()) {
      open_ = false;
      return;
    }
    open_ = false;  // each table is of a task of its own
    ProseNode node;
    node.unit = unit;
    node.level = ProseNode::plain_level;
    add_labels(node, std::move(fields));
    open_ = false;
  }

  const Context& context_;
  const std::vector<Unit>& units_;
  std::size_t to_;  ///< behind the last unit
  ProseOutline outline_;
  std::vector<std::size_t> stack_;
  std::pair<int, std::string_view> label_;  ///< level and bullet of the last labelled line
  bool open_ = false;                       ///< whether the last group may go on
};

}  // namespace

bool ProseNode::has(ProseRole role) const noexcept { return has_role(fields, role); }

bool ProseGroup::has(ProseRole role) const noexcept { return has_role(fields, role); }

ProseOutline outline_of(const Context& context, const std::vector<Unit>& units, std::size_t from,
                        std::size_t to) {
  Builder builder(context, units, to);
  for (std::size_t at = from; at < to; ++at) {
    poll();
    builder.take(at);
  }
  return builder.finish();
}

bool may_hold_time(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos || text.find("uý ") != text.npos ||
         text.find("ằng ") != text.npos || text.find("hàng ") != text.npos ||
         text.find("xuyên") != text.npos || text.find("năm") != text.npos ||
         text.find("ịnh kỳ") != text.npos;
}

bool is_time(std::string_view text) {
  constexpr std::size_t longest = 120;  // bytes
  if (text.empty() || text.size() > longest) return false;
  const TimeframeKind kind = parse_timeframe(text, {.year = 2026}).kind;
  return kind != TimeframeKind::unparsed && kind != TimeframeKind::event;
}

}  // namespace sauro::inline v0_1::detail
