#include "sauro/index/framework.hpp"

#include <algorithm>
#include <utility>

#include "sauro/core/error.hpp"
#include "index/framework_cache.hpp"
#include "index/framework_check.hpp"

namespace sauro {

Framework::Framework(FrameworkHead head, Criterion total, std::vector<Criterion> criteria,
                     std::vector<Variable> variables, GradeScale grades)
    : head_(std::move(head)), variables_(std::move(variables)), grades_(std::move(grades)) {
  total.code.clear();
  total.parent.clear();
  criteria_.reserve(criteria.size() + 1);
  criteria_.push_back(std::move(total));
  for (Criterion& criterion : criteria) criteria_.push_back(std::move(criterion));
  link();
}

void Framework::link() {
  places_.clear();
  problems_.clear();
  children_.assign(criteria_.size(), {});
  for (std::size_t i = 0; i < criteria_.size(); ++i) places_.try_emplace(criteria_[i].code, i);
  for (std::size_t i = 1; i < criteria_.size(); ++i) {
    const auto parent = places_.find(criteria_[i].parent);
    if (parent != places_.end() && parent->second != i) children_[parent->second].push_back(i);
  }
  // children before parents, without recursion: the reverse of a walk that meets parents first
  order_.clear();
  std::vector<std::size_t> open = {0};
  while (!open.empty()) {
    const std::size_t place = open.back();
    open.pop_back();
    order_.push_back(place);
    open.insert(open.end(), children_[place].begin(), children_[place].end());
  }
  std::reverse(order_.begin(), order_.end());
  problems_ = detail::check_framework(*this);
  cache_ = std::make_shared<detail::FrameworkCache>();
}

std::size_t Framework::find(std::string_view code) const {
  const auto found = places_.find(std::string(code));
  if (found != places_.end()) return found->second;
  std::string near;
  for (std::size_t i = 1; i < criteria_.size() && near.size() < 60; ++i) {
    const std::string& other = criteria_[i].code;
    if (!code.empty() && other.front() == code.front()) {
      near += (near.empty() ? "" : ", ") + other;
    }
  }
  if (near.empty()) {
    for (const std::size_t top : children_[0]) {
      if (near.size() < 60) near += (near.empty() ? "" : ", ") + criteria_[top].code;
    }
  }
  throw NotFoundError(
      ErrorCode::not_found, std::string(code),
      "no criterion \"" + std::string(code) + "\" in " + head_.id + "; there are " + near);
}

const Variable* Framework::variable(std::string_view name) const noexcept {
  for (const Variable& variable : variables_) {
    if (variable.name == name) return &variable;
  }
  return nullptr;
}

std::vector<std::size_t> Framework::leaves() const {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < criteria_.size(); ++i) {
    if (children_[i].empty()) places.push_back(i);
  }
  return places;
}

Framework Framework::with_rule(std::string_view code, Rule rule) const {
  Framework changed = *this;
  changed.criteria_[find(code)].rule = std::move(rule);
  changed.link();
  return changed;
}

}  // namespace sauro
