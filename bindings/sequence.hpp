#pragma once

#include <string>
#include <vector>

#include "casters.hpp"

namespace sauro::python {

/// A read-only view of a plan's list: no copy until an item is asked for; items by id where they
/// have one.
template <class Item>
struct Sequence {
  const std::vector<Item>* items;

  [[nodiscard]] std::size_t index(py::ssize_t i) const {
    const auto size = static_cast<py::ssize_t>(items->size());
    if (i < 0) i += size;
    if (i < 0 || i >= size) throw py::index_error("list index out of range");
    return static_cast<std::size_t>(i);
  }
};

template <class Item>
concept HasId = requires(const Item& item) {
  { item.id } -> std::convertible_to<std::string>;
};

template <class Item>
concept HasTable = requires(const std::vector<Item>& items) {
  { table_of(items) } -> std::same_as<Table>;
};

template <class Item>
void register_sequence(py::module_& module, const char* name) {
  using View = Sequence<Item>;
  const auto reference = py::return_value_policy::reference_internal;
  py::class_<View> view(module, name);
  view.def("__len__", [](const View& self) { return self.items->size(); });
  view.def(
      "__getitem__",
      [](const View& self, py::ssize_t i) -> const Item& { return (*self.items)[self.index(i)]; },
      reference);
  view.def("__getitem__", [](const py::object& self, const py::slice& slice) {
    const View& list = self.cast<const View&>();
    std::size_t start = 0;
    std::size_t stop = 0;
    std::size_t step = 0;
    std::size_t count = 0;
    if (!slice.compute(list.items->size(), &start, &stop, &step, &count)) {
      throw py::error_already_set();
    }
    py::list out;
    for (std::size_t i = 0; i < count; ++i, start += step) {
      out.append(py::cast((*list.items)[start], py::return_value_policy::reference_internal, self));
    }
    return out;
  });
  if constexpr (HasId<Item>) {
    view.def(
        "__getitem__",
        [name](const View& self, const std::string& id) -> const Item& {
          for (const Item& item : *self.items) {
            if (item.id == id) return item;
          }
          throw py::key_error("no item of " + std::string(name) + " has the id " + id);
        },
        reference);
  }
  if constexpr (HasId<Item>) {
    view.def("_ipython_key_completions_", [](const View& self) {
      std::vector<std::string> ids;
      for (const Item& item : *self.items) ids.push_back(item.id);
      return ids;
    });
  }
  if constexpr (HasTable<Item>) {
    view.def_property_readonly(
        "table",
        [](const View& self) {
          return py::module_::import("sauro.table").attr("Table")(table_of(*self.items));
        },
        "A row an item.");
  }
  view.def(
      "__iter__",
      [](const View& self) { return py::make_iterator(self.items->begin(), self.items->end()); },
      py::keep_alive<0, 1>());
  view.def(
      "__eq__", [](const View& a, const View& b) { return *a.items == *b.items; },
      py::is_operator());
  view.attr("__hash__") = py::none();
  view.def("__repr__", [name](const View& self) {
    return "<" + std::string(name) + " of " + std::to_string(self.items->size()) + ">";
  });
}

/// A property that gives such a view and keeps the plan alive.
template <class Owner, class Item>
void def_sequence(py::class_<Owner>& owner, const char* name, std::vector<Item> Owner::* member,
                  const char* doc) {
  owner.def_property_readonly(
      name,
      py::cpp_function([member](const Owner& self) { return Sequence<Item>{&(self.*member)}; },
                       py::keep_alive<0, 1>()),
      doc);
}

}  // namespace sauro::python
