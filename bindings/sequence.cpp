#include "sequence.hpp"

#include "values.hpp"

namespace sauro::python {
namespace {

const void* items_behind(const py::object& self, const SequenceFacts& facts) {
  return static_cast<const AnySequence*>(pointer_of(self, *facts.type))->items;
}

py::object item_at(const py::object& self, const SequenceFacts& facts, py::ssize_t place) {
  const void* items = items_behind(self, facts);
  const auto size = static_cast<py::ssize_t>(facts.size(items));
  if (place < 0) place += size;
  if (place < 0 || place >= size) throw py::index_error("list index out of range");
  return facts.item(items, static_cast<std::size_t>(place), self);
}

py::object item_of_id(const py::object& self, const SequenceFacts& facts, const std::string& id) {
  const void* items = items_behind(self, facts);
  for (std::size_t i = 0; i < facts.size(items); ++i) {
    if (facts.id(items, i) == id) return facts.item(items, i, self);
  }
  throw py::key_error("no item of " + std::string(facts.name) + " has the id " + id);
}

py::object items_of_slice(const py::object& self, const SequenceFacts& facts,
                          const py::slice& slice) {
  const void* items = items_behind(self, facts);
  std::size_t start = 0;
  std::size_t stop = 0;
  std::size_t step = 0;
  std::size_t count = 0;
  if (!slice.compute(facts.size(items), &start, &stop, &step, &count)) {
    throw py::error_already_set();
  }
  py::list out;
  for (std::size_t i = 0; i < count; ++i, start += step) out.append(facts.item(items, start, self));
  return out;
}

py::object item_by(const py::object& self, const SequenceFacts& facts, const py::object& key) {
  if (py::isinstance<py::slice>(key)) return items_of_slice(self, facts, key);
  if (facts.id != nullptr && py::isinstance<py::str>(key)) {
    return item_of_id(self, facts, key.cast<std::string>());
  }
  if (PyIndex_Check(key.ptr()) == 0) {
    const std::string ids = facts.id == nullptr ? "" : ", ids";
    throw py::type_error("items of " + std::string(facts.name) + " go by numbers" + ids +
                         " or slices, not by " + shown(key));
  }
  const py::ssize_t place = PyNumber_AsSsize_t(key.ptr(), PyExc_IndexError);
  if (place == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
  return item_at(self, facts, place);
}

/// The overloads as the stub says them.
std::string item_signatures(const std::string& self, const SequenceFacts& facts) {
  const std::string begin = "__getitem__(" + self + ", key: ";
  std::string text = "(*args, **kwargs)\nOverloaded function.\n\n1. " + begin +
                     "typing.SupportsIndex) -> " + facts.item_type + "\n\n2. " + begin +
                     "slice) -> list[" + facts.item_type + "]\n";
  if (facts.id != nullptr) text += "\n3. " + begin + "str) -> " + facts.item_type + "\n";
  return text;
}

void define_ids(const py::object& type, const std::string& self, const SequenceFacts& facts) {
  def_plain(type, "_ipython_key_completions_", "(" + self + ") -> list[str]",
            [&facts](const py::object& list) {
              const void* items = items_behind(list, facts);
              py::list ids;
              for (std::size_t i = 0; i < facts.size(items); ++i) ids.append(facts.id(items, i));
              return ids;
            });
}

void define_table(const py::object& type, const std::string& self, const SequenceFacts& facts) {
  def_plain_property(type, "table", "(" + self + ") -> typing.Any", "A row an item.",
                     [&facts](const py::object& list) -> py::object {
                       const auto wrap = py::module_::import("sauro.table").attr("Table");
                       const void* items = items_behind(list, facts);
                       return wrap(without_gil([&] { return facts.table(items); }));
                     });
}

}  // namespace

void define_sequence(const py::object& type, const SequenceFacts& facts) {
  const std::string name = qualified_name(type);
  const std::string self = "self: " + name;
  def_plain(type, "__len__", "(" + self + ") -> int",
            [&facts](const py::object& list) { return facts.size(items_behind(list, facts)); });
  def_plain(type, "__getitem__", item_signatures(self, facts),
            [&facts](const py::object& list, const py::object& key) {
              return item_by(list, facts, key);
            });
  def_plain(type, "__iter__", "(" + self + ") -> collections.abc.Iterator[" + facts.item_type + "]",
            [](const py::object& list) {
              return py::reinterpret_steal<py::object>(PySeqIter_New(list.ptr()));
            });
  def_equality(type, [&facts](const py::object& a, const py::object& b) {
    return facts.equal(items_behind(a, facts), items_behind(b, facts));
  });
  def_plain(type, "__repr__", "(" + self + ") -> str", [&facts](const py::object& list) {
    return "<" + std::string(facts.name) + " of " +
           std::to_string(facts.size(items_behind(list, facts))) + ">";
  });
  if (facts.id != nullptr) define_ids(type, self, facts);
  if (facts.table != nullptr) define_table(type, self, facts);
}

}  // namespace sauro::python
