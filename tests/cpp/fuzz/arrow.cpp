// Arrow's import from a producer that says what it likes: whatever is taken reads the same by row,
// by export and by import again. What nobody can check (how long a buffer really is) is true here.

#include <fuzzer/FuzzedDataProvider.h>

#include <array>
#include <cstdlib>
#include <deque>
#include <limits>
#include <string>
#include <vector>

#include <sauro/core/error.hpp>
#include <sauro/table/arrow.hpp>
#include <sauro/table/table.hpp>
#include "../unit/arrow_producer.hpp"

namespace {

using Provider = FuzzedDataProvider;

constexpr std::size_t bytes_of_texts = 40;

const std::array formats{"b", "c", "s",     "i",      "l",        "C",          "S",  "I", "L",
                         "f", "g", "tdD",   "tdm",    "tss:",     "tsn:",       "u",  "U", "vu",
                         "n", "w", "d:9,2", "d:38,0", "d:9,0,32", "d:76,4,256", "+l", "",  "ts"};

/// Everything that the structs point at.
struct Memory {
  std::deque<std::vector<std::int64_t>> values;
  std::deque<std::vector<const void*>> buffers;
  std::deque<ArrowArray> arrays;
  std::deque<ArrowSchema> schemas;
  std::deque<std::vector<ArrowArray*>> children;
  std::deque<std::string> texts;
};

/// A count that is true, or one that can't be.
std::int64_t count(Provider& data, std::int64_t truth) {
  if (data.ConsumeIntegralInRange(0, 15) != 0) return truth;
  return data.PickValueInArray({std::int64_t{-1}, std::int64_t{1} << 62,
                                std::numeric_limits<std::int64_t>::min(),
                                std::numeric_limits<std::int64_t>::max()});
}

const void* filled(Provider& data, Memory& memory, std::size_t bytes) {
  auto& words = memory.values.emplace_back(bytes / 8 + 1);
  const std::vector<char> given = data.ConsumeBytes<char>(bytes);
  std::copy(given.begin(), given.end(), reinterpret_cast<char*>(words.data()));
  return data.ConsumeIntegralInRange(0, 31) == 0 ? nullptr : words.data();
}

/// Offsets end where the bytes do: nobody could tell otherwise.
template <class Offset>
void end_offsets(const void* buffer, std::size_t last) {
  if (buffer == nullptr) return;
  auto* offsets = static_cast<Offset*>(const_cast<void*>(buffer));
  offsets[last] = std::min<Offset>(offsets[last], bytes_of_texts);
}

ArrowArray array_of(Provider& data, Memory& memory, const ArrowSchema& schema, std::size_t length) {
  const std::string_view format = schema.format;
  const std::size_t offset = data.ConsumeIntegralInRange<std::size_t>(0, 3);
  const std::size_t rows = length + offset;
  auto& buffers = memory.buffers.emplace_back();
  buffers.push_back(data.ConsumeBool() ? filled(data, memory, rows / 8 + 1) : nullptr);
  buffers.push_back(filled(data, memory, (rows + 1) * 32));
  if (format == "u" || format == "U") {
    if (format == "u") end_offsets<std::int32_t>(buffers[1], rows);
    if (format == "U") end_offsets<std::int64_t>(buffers[1], rows);
    buffers.push_back(filled(data, memory, bytes_of_texts));
  } else if (format == "vu") {
    buffers.push_back(filled(data, memory, bytes_of_texts));
    memory.values.emplace_back(1, static_cast<std::int64_t>(bytes_of_texts));
    buffers.push_back(memory.values.back().data());
  }
  ArrowArray array{};
  array.length = count(data, static_cast<std::int64_t>(length));
  array.offset = count(data, static_cast<std::int64_t>(offset));
  array.null_count = data.ConsumeIntegralInRange<std::int64_t>(-2, 3);
  if (array.null_count != 0 && buffers[0] == nullptr) array.null_count = -1;
  array.n_buffers = static_cast<std::int64_t>(buffers.size());
  if (data.ConsumeIntegralInRange(0, 31) == 0) array.n_buffers = data.ConsumeIntegralInRange(-1, 1);
  array.buffers = buffers.data();
  if (schema.dictionary != nullptr && data.ConsumeIntegralInRange(0, 31) != 0) {
    const std::size_t entries = data.ConsumeIntegralInRange<std::size_t>(0, 4);
    memory.arrays.push_back(array_of(data, memory, *schema.dictionary, entries));
    array.dictionary = &memory.arrays.back();
  }
  return array;
}

ArrowSchema schema_of(Provider& data, Memory& memory, bool may_have_dictionary) {
  ArrowSchema schema{};
  schema.format = data.PickValueInArray(formats);
  memory.texts.push_back(data.ConsumeRandomLengthString(4));
  schema.name = memory.texts.back().c_str();
  if (may_have_dictionary && data.ConsumeBool()) {
    memory.schemas.push_back(schema_of(data, memory, false));
    schema.dictionary = &memory.schemas.back();
  }
  return schema;
}

/// A row in words; texts and codes read every byte that they stand for.
std::string shown(const sauro::Table& table) {
  std::string out;
  for (const sauro::Column& column : table.columns()) {
    out += column.name() + to_string(column.type()).data();
    for (std::int64_t row = 0; row < column.size(); ++row) {
      if (column.is_missing(row)) {
        out += "-";
      } else if (column.type() == sauro::ColumnType::boolean) {
        out += column.boolean(row) ? "1" : "0";
      } else if (sauro::width_of(column.type()) == 0 ||
                 column.type() == sauro::ColumnType::category) {
        out += column.text(row);
      } else {
        const std::size_t width = sauro::width_of(column.type());
        const auto* at = static_cast<const char*>(column.parts().values.data) +
                         static_cast<std::size_t>(column.parts().offset + row) * width;
        out.append(at, width);
      }
    }
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  Provider data(bytes, size);
  Memory memory;
  Producer producer;
  const std::size_t columns = data.ConsumeIntegralInRange<std::size_t>(0, 3);
  const std::size_t batches = data.ConsumeIntegralInRange<std::size_t>(0, 3);
  std::vector<ArrowSchema*> schemas;
  for (std::size_t i = 0; i < std::max<std::size_t>(columns, 1); ++i) {
    memory.schemas.push_back(schema_of(data, memory, true));
    schemas.push_back(&memory.schemas.back());
  }
  const bool is_struct = columns > 0;
  producer.schema = *schemas.front();
  if (is_struct) {
    producer.schema = ArrowSchema{};
    producer.schema.format = "+s";
    producer.schema.n_children = count(data, static_cast<std::int64_t>(columns));
    if (producer.schema.n_children > 3) producer.schema.n_children = -1;
    producer.schema.children = schemas.data();
  }
  for (std::size_t i = 0; i < batches; ++i) {
    const std::size_t length = data.ConsumeIntegralInRange<std::size_t>(0, 6);
    if (!is_struct) {
      producer.batches.push_back(array_of(data, memory, *schemas.front(), length));
      continue;
    }
    auto& children = memory.children.emplace_back();
    for (const ArrowSchema* one : schemas) {
      memory.arrays.push_back(array_of(data, memory, *one, length));
      children.push_back(&memory.arrays.back());
    }
    ArrowArray rows{};
    rows.length = count(data, static_cast<std::int64_t>(data.ConsumeIntegralInRange(0, 6)));
    rows.offset = count(data, data.ConsumeIntegralInRange(0, 2));
    rows.n_children = static_cast<std::int64_t>(columns);
    rows.children = children.data();
    producer.batches.push_back(rows);
  }
  try {
    const sauro::Table table = producer.read();
    ArrowArrayStream stream{};
    sauro::export_stream(table, &stream);
    if (shown(sauro::import_stream(&stream)) != shown(table)) std::abort();
  } catch (const sauro::Error&) {  // refused in words
  }
  return 0;
}
