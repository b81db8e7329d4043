#include "sauro/index/framework.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "index/framework_cache.hpp"
#include "index/framework_check.hpp"

namespace sauro::inline v0_1 {

struct Framework::Data {
  FrameworkHead head;
  std::vector<Criterion> criteria;
  std::vector<Variable> variables;
  GradeScale grades;
  std::unordered_map<std::string, std::size_t> places;
  std::unordered_map<std::string_view, std::size_t> variable_places;  ///< names are in `variables`
  std::vector<std::vector<std::size_t>> children;
  std::vector<std::size_t> order;
  std::vector<FrameworkProblem> problems;
  mutable detail::FrameworkCache cache;
};

Framework::Framework() : Framework({}, {}, {}, {}, {}) {}

Framework::Framework(FrameworkHead head, Criterion total, std::vector<Criterion> criteria,
                     std::vector<Variable> variables, GradeScale grades) {
  auto data = std::make_shared<Data>();
  data->head = std::move(head);
  data->variables = std::move(variables);
  data->grades = std::move(grades);
  total.code.clear();
  total.parent.clear();
  data->criteria.reserve(criteria.size() + 1);
  data->criteria.push_back(std::move(total));
  for (Criterion& criterion : criteria) data->criteria.push_back(std::move(criterion));
  link(std::move(data));
}

/// Takes data whose head, criteria, variables and grades are set, and works out the rest.
void Framework::link(std::shared_ptr<Data> data) {
  const std::vector<Criterion>& criteria = data->criteria;
  for (std::size_t i = 0; i < data->variables.size(); ++i) {
    data->variable_places.try_emplace(data->variables[i].name, i);
  }
  data->children.assign(criteria.size(), {});
  for (std::size_t i = 0; i < criteria.size(); ++i) data->places.try_emplace(criteria[i].code, i);
  for (std::size_t i = 1; i < criteria.size(); ++i) {
    const auto parent = data->places.find(criteria[i].parent);
    if (parent != data->places.end() && parent->second != i) {
      data->children[parent->second].push_back(i);
    }
  }
  // children before parents, without recursion: the reverse of a walk that meets parents first
  std::vector<std::size_t> open = {0};
  while (!open.empty()) {
    const std::size_t place = open.back();
    open.pop_back();
    data->order.push_back(place);
    open.insert(open.end(), data->children[place].begin(), data->children[place].end());
  }
  std::reverse(data->order.begin(), data->order.end());
  data_ = data;
  data->problems = detail::check_framework(*this);
}

const FrameworkHead& Framework::head() const noexcept { return data_->head; }
const GradeScale& Framework::grades() const noexcept { return data_->grades; }
const std::vector<Variable>& Framework::variables() const noexcept { return data_->variables; }
const std::vector<Criterion>& Framework::criteria() const noexcept { return data_->criteria; }
const std::vector<std::size_t>& Framework::order() const noexcept { return data_->order; }
const std::vector<FrameworkProblem>& Framework::validate() const noexcept {
  return data_->problems;
}
detail::FrameworkCache& Framework::cache() const noexcept { return data_->cache; }

const std::vector<std::size_t>& Framework::children(std::size_t place) const {
  if (place < data_->children.size()) return data_->children[place];
  throw NotFoundError(
      ErrorCode::not_found, data_->head.id,
      detail::say("không có tiêu chí ở vị trí {}; có {}", "no criterion at place {}; there are {}",
                  place, data_->criteria.size()));
}

std::size_t Framework::find(std::string_view code) const {
  const std::vector<Criterion>& criteria = data_->criteria;
  const auto found = data_->places.find(std::string(code));
  if (found != data_->places.end()) return found->second;
  std::string near;
  for (std::size_t i = 1; i < criteria.size() && near.size() < 60; ++i) {
    const std::string& other = criteria[i].code;
    if (!code.empty() && other.starts_with(code.front())) {
      near += (near.empty() ? "" : ", ") + other;
    }
  }
  if (near.empty()) {
    for (const std::size_t top : data_->children[0]) {
      if (near.size() < 60) near += (near.empty() ? "" : ", ") + criteria[top].code;
    }
  }
  throw NotFoundError(
      ErrorCode::not_found, std::string(code),
      detail::say("không có tiêu chí \"{}\" trong {}; có {}",
                  "no criterion \"{}\" in {}; there are {}", code, data_->head.id, near));
}

const Variable* Framework::variable(std::string_view name) const noexcept {
  const auto found = data_->variable_places.find(name);
  return found == data_->variable_places.end() ? nullptr : &data_->variables[found->second];
}

std::vector<std::size_t> Framework::leaves() const {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < data_->criteria.size(); ++i) {
    if (data_->children[i].empty()) places.push_back(i);
  }
  return places;
}

Framework Framework::with_rule(std::string_view code, Rule rule) const {
  const std::size_t place = find(code);
  auto data = std::make_shared<Data>();
  data->head = data_->head;
  data->criteria = data_->criteria;
  data->variables = data_->variables;
  data->grades = data_->grades;
  data->criteria[place].rule = std::move(rule);
  Framework changed;
  changed.link(std::move(data));
  return changed;
}

bool operator==(const Framework& a, const Framework& b) {
  if (a.data_ == b.data_) return true;
  return a.head() == b.head() && a.criteria() == b.criteria() && a.variables() == b.variables() &&
         a.grades() == b.grades();
}

}  // namespace sauro::inline v0_1
