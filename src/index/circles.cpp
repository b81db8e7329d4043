// Computed variables and criteria that depend on themselves.
#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "index/framework_check.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Variables come first, then criteria by place.
class CircleFinder {
 public:
  explicit CircleFinder(const Framework& framework)
      : f_(framework), state_(f_.variables().size() + f_.criteria().size(), State::fresh) {
    for (std::size_t i = 0; i < f_.variables().size(); ++i) {
      nodes_.try_emplace(f_.variables()[i].name, i);
    }
    for (std::size_t i = 0; i < f_.criteria().size(); ++i) {
      places_.try_emplace(f_.criteria()[i].code, f_.variables().size() + i);
    }
  }

  std::vector<std::string> run() {
    for (std::size_t node = 0; node < state_.size(); ++node) walk(node);
    return std::move(found_);
  }

 private:
  enum class State : std::uint8_t { fresh, open, done };
  struct Step {
    std::size_t node;
    std::vector<std::size_t> next;
    std::size_t at = 0;
  };

  void walk(std::size_t start) {
    if (state_[start] != State::fresh) return;
    std::vector<Step> path;
    const auto enter = [&](std::size_t node) {
      state_[node] = State::open;
      path.push_back({node, needs_of(node)});
    };
    enter(start);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.at == step.next.size()) {
        state_[step.node] = State::done;
        path.pop_back();
        continue;
      }
      const std::size_t next = step.next[step.at++];
      if (state_[next] == State::open) tell(path, next);
      if (state_[next] == State::fresh) enter(next);
    }
  }

  void tell(const std::vector<Step>& path, std::size_t first) {
    std::string text;
    const auto from = std::find_if(path.begin(), path.end(),
                                   [first](const Step& step) { return step.node == first; });
    for (auto step = from; step != path.end() && text.size() < 200; ++step) {
      text += name(step->node) + " -> ";
    }
    found_.push_back(text + name(first));
  }

  [[nodiscard]] std::string name(std::size_t node) const {
    if (node < f_.variables().size()) return f_.variables()[node].name;
    return "'" + f_.criteria()[node - f_.variables().size()].code + "'";
  }

  [[nodiscard]] std::vector<std::size_t> needs_of(std::size_t node) const {
    std::vector<std::size_t> out;
    if (node < f_.variables().size()) {
      add(f_.variables()[node].formula.names(), out);
      return out;
    }
    const std::size_t place = node - f_.variables().size();
    for (const std::size_t child : f_.children(place)) out.push_back(f_.variables().size() + child);
    add(names_of(f_.criteria()[place].rule), out);
    return out;
  }

  void add(const std::vector<std::string>& names, std::vector<std::size_t>& out) const {
    for (const std::string& name : names) {
      const ColumnParts parts = column_parts(name);
      const bool is_place = try_of_criterion(parts.function).has_value();
      if (!is_place && !parts.function.empty()) add(Expression::parse(parts.of).names(), out);
      if (!parts.by.empty()) add({parts.by}, out);
      const auto& known = is_place ? places_ : nodes_;
      const auto found = known.find(is_place ? parts.of : name);
      if (found != known.end()) out.push_back(found->second);
    }
  }

  const Framework& f_;
  std::vector<State> state_;
  std::unordered_map<std::string, std::size_t> nodes_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> circles_of(const Framework& framework) {
  return CircleFinder(framework).run();
}

}  // namespace sauro::inline v0_1::detail
