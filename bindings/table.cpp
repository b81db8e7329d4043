#include <pybind11/numpy.h>

#include "columns.hpp"

namespace sauro::python {
namespace {

template <class Struct>
py::capsule capsule_of(std::unique_ptr<Struct> exported, const char* name) {
  return py::capsule(exported.release(), name, [](PyObject* self) {
    auto* inner = static_cast<Struct*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    if (inner->release != nullptr) inner->release(inner);
    delete inner;
  });
}

/// A stream of one array that came as a pair of capsules.
struct Single {
  ArrowSchema schema{};
  ArrowArray array{};

  ~Single() {
    if (schema.release != nullptr) schema.release(&schema);
    if (array.release != nullptr) array.release(&array);
  }
};

ArrowArrayStream stream_of(const py::tuple& capsules) {
  auto* schema = static_cast<ArrowSchema*>(
      PyCapsule_GetPointer(py::object(capsules[0]).ptr(), "arrow_schema"));
  auto* array =
      static_cast<ArrowArray*>(PyCapsule_GetPointer(py::object(capsules[1]).ptr(), "arrow_array"));
  if (schema == nullptr || array == nullptr) throw py::error_already_set();
  auto single = std::make_unique<Single>();
  single->schema = std::exchange(*schema, ArrowSchema{});
  single->array = std::exchange(*array, ArrowArray{});
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    *out = std::exchange(static_cast<Single*>(self->private_data)->schema, ArrowSchema{});
    return 0;
  };
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
    *out = std::exchange(static_cast<Single*>(self->private_data)->array, ArrowArray{});
    return 0;
  };
  stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  stream.release = [](ArrowArrayStream* self) {
    delete static_cast<Single*>(self->private_data);
    self->release = nullptr;
  };
  stream.private_data = single.release();
  return stream;
}

Table from_arrow(const py::object& source, std::vector<std::string> columns,
                 std::vector<std::string> coded) {
  const ArrowOptions options{std::move(columns), std::move(coded)};
  if (!py::hasattr(source, "__arrow_c_stream__")) {
    ArrowArrayStream stream = stream_of(source.attr("__arrow_c_array__")());
    const Unlocked unlocked;
    return import_stream(&stream, options);
  }
  const py::object capsule = source.attr("__arrow_c_stream__")();
  auto* stream =
      static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream"));
  if (stream == nullptr) throw py::error_already_set();
  const Unlocked unlocked;
  return import_stream(stream, options);
}

std::vector<bool> flags(const py::object& mask) {
  if (mask.is_none()) return {};
  const auto array = py::array_t<bool, py::array::c_style | py::array::forcecast>(mask);
  return std::vector<bool>(array.data(), array.data() + array.size());
}

/// A column over the memory of a contiguous array of numbers.
Column number_column(std::string name, const std::string& type, const py::array& values,
                     const py::object& mask) {
  Column::Parts parts;
  const auto known = try_parse<ColumnType>(type);
  if (known) parts.type = *known;
  if (!known || !is_plain(values) ||
      static_cast<std::size_t>(values.itemsize()) != width_of(parts.type)) {
    throw ValidationError(ErrorCode::invalid_column, name,
                          {"không phải kiểu cột của bảng: " + type, "no type of columns: " + type});
  }
  parts.length = values.size();
  parts.validity = detail::validity_of(flags(mask));
  parts.values = {values.data(), keep(values), static_cast<std::size_t>(values.nbytes())};
  return {std::move(name), std::move(parts)};
}

Column text_column(std::string name, const py::sequence& values) {
  std::vector<std::string> texts;
  std::vector<bool> missing;
  for (const py::handle value : values) {
    missing.push_back(value.is_none());
    texts.push_back(value.is_none() ? std::string() : value.cast<std::string>());
  }
  return Column::of(std::move(name), texts, missing);
}

const char* dtype_of(ColumnType type) {
  switch (type) {
    case ColumnType::seconds:
      return "datetime64[s]";
    case ColumnType::milliseconds:
      return "datetime64[ms]";
    case ColumnType::microseconds:
      return "datetime64[us]";
    case ColumnType::nanoseconds:
      return "datetime64[ns]";
    case ColumnType::date:
    case ColumnType::category:
      return "int32";
    default:
      return to_string(type).data();
  }
}

/// (type, values, mask or None, labels or None): numbers without a copy, texts as a list.
py::tuple column_parts(const Column& column) {
  py::object mask = py::none();
  if (column.has_missing()) {
    py::array_t<bool> missing(column.size());
    for (std::int64_t i = 0; i < column.size(); ++i) {
      missing.mutable_at(i) = column.is_missing(i);
    }
    mask = missing;
  }
  const std::string type(to_string(column.type()));
  if (column.type() == ColumnType::boolean) {
    py::array_t<bool> values(column.size());
    for (std::int64_t i = 0; i < column.size(); ++i) values.mutable_at(i) = column.boolean(i);
    return py::make_tuple(type, values, mask, py::none());
  }
  if (width_of(column.type()) == 0) {
    py::list texts;
    for (std::int64_t i = 0; i < column.size(); ++i) {
      if (column.is_missing(i)) {
        texts.append(py::none());
      } else {
        texts.append(py::str(std::string(column.text(i))));
      }
    }
    return py::make_tuple(type, texts, mask, py::none());
  }
  auto owner = std::make_unique<std::shared_ptr<const void>>(column.parts().values.owner);
  const py::capsule base(
      owner.release(), [](void* held) { delete static_cast<std::shared_ptr<const void>*>(held); });
  const auto* data = static_cast<const std::uint8_t*>(column.parts().values.data);
  if (data != nullptr) {
    data += static_cast<std::size_t>(column.parts().offset) * width_of(column.type());
  }
  py::array values(py::dtype(dtype_of(column.type())), {column.size()}, {}, data, base);
  values.attr("flags").attr("writeable") = false;
  py::object labels = py::none();
  if (column.type() == ColumnType::category) labels = column_parts(*column.parts().labels)[1];
  return py::make_tuple(type, values, mask, labels);
}

}  // namespace

void register_table(py::module_& module) {
  py::class_<Column>(module, "Column", "A typed column; see sauro.Table.")
      .def_property_readonly("name", &Column::name)
      .def_property_readonly("type",
                             [](const Column& self) { return std::string(to_string(self.type())); })
      .def_property_readonly("labels",
                             [](const Column& self) {
                               std::vector<std::string> labels;
                               const auto& column = self.parts().labels;
                               for (std::int64_t i = 0; column && i < column->size(); ++i) {
                                 labels.emplace_back(column->text(i));
                               }
                               return labels;
                             })
      .def("__len__", &Column::size)
      .def("parts", &column_parts)
      .def("renamed", &Column::renamed, py::arg("name"));
  py::class_<Table>(module, "Table", "Columns of one length; see sauro.Table.")
      .def(py::init<std::vector<Column>>(), py::arg("columns"))
      .def_property_readonly("rows", &Table::rows)
      .def_property_readonly("columns", &Table::columns)
      .def("column", &Table::column, py::arg("name"))
      .def("slice", &Table::slice, py::arg("start"), py::arg("length"))
      .def("__arrow_c_schema__",
           [](const Table& self) {
             auto schema = std::make_unique<ArrowSchema>();
             export_schema(self, schema.get());
             return capsule_of(std::move(schema), "arrow_schema");
           })
      .def(
          "__arrow_c_stream__",
          [](const Table& self, const py::object& /*requested_schema*/) {
            auto stream = std::make_unique<ArrowArrayStream>();
            export_stream(self, stream.get());
            return capsule_of(std::move(stream), "arrow_array_stream");
          },
          py::arg("requested_schema") = py::none());
  module.def("table_from_arrow", &from_arrow, py::arg("source"),
             py::arg("columns") = std::vector<std::string>(),
             py::arg("coded") = std::vector<std::string>());
  module.def("number_column", &number_column, py::arg("name"), py::arg("type"), py::arg("values"),
             py::arg("mask"));
  module.def(
      "labelled_column",
      [](const Column& codes, const std::vector<std::string>& labels) {
        Column::Parts parts = codes.parts();
        if (parts.type != ColumnType::int32 && parts.type != ColumnType::uint32) {
          throw py::type_error("codes are whole numbers of 32 bits");
        }
        const NumberView view = NumberView::of(codes);  // codes of both kinds have the same bits
        const auto* const values = static_cast<const std::uint32_t*>(view.data);
        const bool within = std::all_of(values, values + view.size,
                                        [&](std::uint32_t code) { return code < labels.size(); });
        for (std::int64_t i = 0; !within && i < codes.size(); ++i) {
          if (!codes.is_missing(i) && values[i] >= labels.size()) {
            throw py::value_error("a code has no label");
          }
        }
        parts.type = ColumnType::category;
        parts.labels = std::make_shared<const Column>(Column::of("", labels));
        return Column(codes.name(), std::move(parts));
      },
      py::arg("codes"), py::arg("labels"));
  module.def("text_column", &text_column, py::arg("name"), py::arg("values"));
  module.def(
      "boolean_column",
      [](std::string name, const py::object& values, const py::object& mask) {
        return Column::of(std::move(name), flags(values), flags(mask));
      },
      py::arg("name"), py::arg("values"), py::arg("mask"));
  module.def(
      "category_column",
      [](std::string name, std::vector<std::int32_t> codes,
         const std::vector<std::string>& labels) {
        return Column::category(std::move(name), std::move(codes), labels);
      },
      py::arg("name"), py::arg("codes"), py::arg("labels"));
}

}  // namespace sauro::python
