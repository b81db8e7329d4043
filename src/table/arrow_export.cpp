#include <array>
#include <cerrno>
#include <memory>
#include <string>

#include "sauro/table/arrow.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1 {
namespace {

/// What a schema points to; children first, so that they end with it.
struct SchemaData {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  ArrowSchema dictionary{};
};

/// What an array points to: the column keeps the memory.
struct ArrayData {
  std::shared_ptr<const Table> table;
  std::shared_ptr<const Column> column;
  std::array<const void*, 3> buffers{};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  ArrowArray dictionary{};
};

template <class Struct, class Data>
void release(Struct* self) {
  const std::unique_ptr<Data> data(static_cast<Data*>(self->private_data));
  for (Struct& child : data->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (data->dictionary.release != nullptr) data->dictionary.release(&data->dictionary);
  self->release = nullptr;
}

template <class Struct, class Data>
void own(Struct& out, std::unique_ptr<Data> data) {
  for (Struct& child : data->children) data->pointers.push_back(&child);
  out.n_children = static_cast<std::int64_t>(data->children.size());
  out.children = data->pointers.data();
  out.dictionary = data->dictionary.release != nullptr ? &data->dictionary : nullptr;
  out.release = release<Struct, Data>;
  out.private_data = data.release();
}

ArrowSchema schema_of(const Column& column) {
  auto data = std::make_unique<SchemaData>();
  data->name = column.name();
  if (column.type() == ColumnType::category) data->dictionary = schema_of(*column.parts().labels);
  ArrowSchema out{};
  out.format = detail::facts(column.type()).format;
  out.name = data->name.c_str();
  out.flags = ARROW_FLAG_NULLABLE;
  own(out, std::move(data));
  return out;
}

ArrowArray array_of(std::shared_ptr<const Column> column) {
  auto data = std::make_unique<ArrayData>();
  const Column::Parts& parts = column->parts();
  data->buffers = {parts.validity.data, parts.values.data, parts.bytes.data};
  if (parts.labels != nullptr) data->dictionary = array_of(parts.labels);
  ArrowArray out{};
  out.length = parts.length;
  out.null_count = column->null_count();
  out.offset = parts.offset;
  out.n_buffers = detail::is_text(parts.type) ? 3 : 2;
  out.buffers = data->buffers.data();
  data->column = std::move(column);
  own(out, std::move(data));
  return out;
}

ArrowArray array_of(const std::shared_ptr<const Table>& table) {
  auto data = std::make_unique<ArrayData>();
  data->table = table;
  for (const Column& column : table->columns()) {
    data->children.push_back(array_of(std::shared_ptr<const Column>(table, &column)));
  }
  ArrowArray out{};
  out.length = table->rows();
  out.n_buffers = 1;
  out.buffers = data->buffers.data();
  own(out, std::move(data));
  return out;
}

struct StreamData {
  std::shared_ptr<const Table> table;
  bool given = false;
  std::string error;
};

StreamData& stream_data(ArrowArrayStream* stream) {
  return *static_cast<StreamData*>(stream->private_data);
}

/// Runs `action` and tells its failure the way C does.
template <class Action>
int guarded(ArrowArrayStream* stream, Action action) {
  try {
    action(stream_data(stream));
    return 0;
  } catch (const std::exception& error) {
    stream_data(stream).error = error.what();
    return ENOMEM;
  }
}

}  // namespace

void export_schema(const Table& table, ArrowSchema* out) {
  auto data = std::make_unique<SchemaData>();
  for (const Column& column : table.columns()) data->children.push_back(schema_of(column));
  *out = {};
  out->format = "+s";
  out->name = data->name.c_str();
  own(*out, std::move(data));
}

void export_stream(const Table& table, ArrowArrayStream* out) {
  auto data = std::make_unique<StreamData>();
  data->table = std::make_shared<const Table>(table);
  out->get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) {
    return guarded(self, [&](StreamData& stream) { export_schema(*stream.table, schema); });
  };
  out->get_next = [](ArrowArrayStream* self, ArrowArray* array) {
    return guarded(self, [&](StreamData& stream) {
      *array = stream.given ? ArrowArray{} : array_of(stream.table);
      stream.given = true;
    });
  };
  out->get_last_error = [](ArrowArrayStream* self) {
    const std::string& error = stream_data(self).error;
    return error.empty() ? nullptr : error.c_str();
  };
  out->release = [](ArrowArrayStream* self) {
    delete static_cast<StreamData*>(self->private_data);
    self->release = nullptr;
  };
  out->private_data = data.release();
}

}  // namespace sauro::inline v0_1
