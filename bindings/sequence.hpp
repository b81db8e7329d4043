#pragma once

/// Read-only views of a plan's lists.

#include <concepts>
#include <string>
#include <vector>

#include "values.hpp"

namespace sauro::python {

/// A list of whatever items.
struct AnySequence {
  const void* items;
};

/// A read-only view of a plan's list: no copy until an item is asked for; items by id where they
/// have one.
template <class Item>
struct Sequence : AnySequence {};

/// What is done with a list of one kind of items, without their type.
struct SequenceFacts {
  const char* name;
  const std::type_info* type;
  std::string item_type;
  std::size_t (*size)(const void* items);
  py::object (*item)(const void* items, std::size_t place, py::handle parent);
  const std::string& (*id)(const void* items, std::size_t place);  ///< null where they have none
  Table (*table)(const void* items);                               ///< null where there is none
  bool (*equal)(const void* a, const void* b);
};

/// Length, items by place, slice and id, iteration, equality, repr and table.
void define_sequence(const py::object& type, const SequenceFacts& facts);

template <class Item>
concept HasId = requires(const Item& item) {
  { item.id } -> std::convertible_to<std::string>;
};

template <class Item>
concept HasTable = requires(const std::vector<Item>& items) {
  { table_of(items) } -> std::same_as<Table>;
};

template <class Item>
const std::vector<Item>& items_of(const void* items) {
  return *static_cast<const std::vector<Item>*>(items);
}

template <class Item>
void register_sequence(py::module_& module, const char* name) {
  const py::class_<Sequence<Item>> type(module, name);
  static SequenceFacts facts{
      name,
      &typeid(Sequence<Item>),
      type_text<Item>(),
      [](const void* items) { return items_of<Item>(items).size(); },
      [](const void* items, std::size_t place, py::handle parent) {
        return py::cast(items_of<Item>(items)[place], py::return_value_policy::reference_internal,
                        parent);
      },
      nullptr,
      nullptr,
      [](const void* a, const void* b) { return items_of<Item>(a) == items_of<Item>(b); }};
  if constexpr (HasId<Item>) {
    facts.id = [](const void* items, std::size_t place) -> const std::string& {
      return items_of<Item>(items)[place].id;
    };
  }
  if constexpr (HasTable<Item>) {
    facts.table = [](const void* items) { return table_of(items_of<Item>(items)); };
  }
  define_sequence(type, facts);
}

/// A property that gives such a view and keeps the plan alive.
template <class Owner, class Item>
void def_sequence(py::class_<Owner>& owner, const char* name, std::vector<Item> Owner::* member,
                  const char* doc) {
  const std::string signature =
      "(self: " + qualified_name(owner) + ") -> " + qualified_name(py::type::of<Sequence<Item>>());
  // with pybind11's keep_alive a self of another class ended the process
  def_plain_property(owner, name, signature, doc, [member](const py::object& self) {
    const auto& plan = *static_cast<const Owner*>(pointer_of(self, typeid(Owner)));
    const py::object view = py::cast(Sequence<Item>{{&(plan.*member)}});
    py::detail::keep_alive_impl(view, self);
    return view;
  });
}

}  // namespace sauro::python
