#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/table/arrow.hpp"
#include "core/problem_list.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1 {
namespace {

/// A struct of the C interface that is released with its last user.
template <class Struct>
struct Owned : Struct {
  Owned() : Struct{} {}
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (this->release != nullptr) this->release(this);
  }
};

/// How a column arrives: as one of our types, or as one that is turned into it.
enum class Arrival { as_is, text_view, nothing, days64 };

struct Reception {
  std::string name;
  ColumnType type = ColumnType::int64;
  ColumnType index = ColumnType::int32;  ///< of a dictionary
  Arrival arrival = Arrival::as_is;
};

std::optional<ColumnType> type_of(std::string_view format) {
  for (std::size_t i = 0; i < detail::type_facts.size(); ++i) {
    if (detail::type_facts[i].format == format) return static_cast<ColumnType>(i);
  }
  return std::nullopt;
}

/// Reads a format, or gives in `problem` what is wrong with it.
Reception plan_of(const ArrowSchema& schema, Bilingual& problem) {
  Reception plan;
  plan.name = schema.name != nullptr ? schema.name : "";
  const std::string format = schema.format;
  if (schema.dictionary != nullptr) {
    const auto index = type_of(format);
    const std::string_view labels = schema.dictionary->format;
    if (!index || *index > ColumnType::uint64 || *index == ColumnType::boolean ||
        (labels != "u" && labels != "U" && labels != "vu")) {
      problem = detail::say("từ điển có giá trị không phải là chữ",
                            "a dictionary of other values than texts");
    }
    plan.type = ColumnType::category;
    plan.index = index.value_or(ColumnType::int32);
    return plan;
  }
  if (const auto type = type_of(format)) {
    plan.type = *type;
  } else if (format == "vu") {
    plan.type = ColumnType::text;
    plan.arrival = Arrival::text_view;
  } else if (format == "n") {
    plan.type = ColumnType::text;
    plan.arrival = Arrival::nothing;
  } else if (format == "tdm") {
    plan.type = ColumnType::date;
    plan.arrival = Arrival::days64;
  } else if (format.starts_with("ts")) {
    problem = detail::say(
        "thời điểm theo múi giờ {}; hãy đổi sang giờ địa phương không kèm múi giờ trước",
        "moments of the time zone {}; turn them into local time without a zone first",
        format.substr(4));
  } else {
    problem = detail::say("kiểu Arrow \"{}\"", "the Arrow type \"{}\"", format);
  }
  return plan;
}

using Batch = std::shared_ptr<Owned<ArrowArray>>;

Buffer share(const Batch& batch, const void* data) { return {data, batch, {}}; }

std::string_view view_at(const ArrowArray& array, std::int64_t row) {
  struct View {
    std::int32_t size;
    char prefix[4];
    std::int32_t buffer;
    std::int32_t offset;
  };
  static_assert(sizeof(View) == 16);
  const auto* view = static_cast<const View*>(array.buffers[1]) + array.offset + row;
  constexpr std::int32_t inlined = 12;
  if (view->size <= inlined) return {view->prefix, static_cast<std::size_t>(view->size)};
  return {static_cast<const char*>(array.buffers[2 + view->buffer]) + view->offset,
          static_cast<std::size_t>(view->size)};
}

bool missing_at(const ArrowArray& array, std::int64_t row) {
  return array.null_count != 0 && array.n_buffers > 0 && array.buffers[0] != nullptr &&
         !detail::bit(array.buffers[0], array.offset + row);
}

void expect_buffers(const std::string& name, const ArrowArray& array, std::int64_t buffers) {
  const bool sound = array.length >= 0 && array.offset >= 0 && array.n_buffers >= buffers &&
                     (array.length == 0 || array.buffers[1] != nullptr);
  if (sound) return;
  throw ValidationError(ErrorCode::invalid_column, name,
                        detail::say("mảng Arrow của cột thiếu dòng hoặc vùng nhớ",
                                    "the Arrow array of the column lacks rows or buffers"));
}

Column from_views(const std::string& name, const ArrowArray& array) {
  expect_buffers(name, array, 2);
  std::vector<std::string> texts(static_cast<std::size_t>(array.length));
  std::vector<bool> missing(texts.size());
  for (std::int64_t i = 0; i < array.length; ++i) {
    const auto at = static_cast<std::size_t>(i);
    missing[at] = missing_at(array, i);
    if (!missing[at]) texts[at] = view_at(array, i);
  }
  return Column::of(name, texts, missing);
}

/// Bytes of the texts: the format gives no size, but the last offset is their end.
template <class Offset>
std::size_t bytes_of_texts(const ArrowArray& array) {
  if (array.length == 0) return 0;
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]);
  return static_cast<std::size_t>(std::max<Offset>(offsets[array.offset + array.length], 0));
}

Column as_is(const std::string& name, ColumnType type, const ArrowArray& array, const Batch& batch,
             std::shared_ptr<const Column> labels = {}) {
  expect_buffers(name, array, detail::is_text(type) ? 3 : 2);
  Column::Parts parts;
  parts.type = type;
  parts.length = array.length;
  parts.offset = array.offset;
  if (array.null_count != 0) parts.validity = share(batch, array.buffers[0]);
  parts.values = share(batch, array.buffers[1]);
  if (detail::is_text(type)) {
    parts.bytes = share(batch, array.buffers[2]);
    parts.bytes.size = type == ColumnType::text ? bytes_of_texts<std::int32_t>(array)
                                                : bytes_of_texts<std::int64_t>(array);
  }
  parts.labels = std::move(labels);
  return {name, std::move(parts)};
}

std::int64_t index_at(const ArrowArray& array, ColumnType type, std::int64_t row) {
  const std::size_t width = detail::facts(type).width;
  const auto* at = static_cast<const char*>(array.buffers[1]) +
                   static_cast<std::size_t>(array.offset + row) * width;
  std::uint64_t bits = 0;
  std::memcpy(&bits, at, width);
  if (type <= ColumnType::int64 && width < 8 && (bits >> (8 * width - 1) & 1) != 0) {
    bits |= ~std::uint64_t{0} << (8 * width);
  }
  return static_cast<std::int64_t>(bits);
}

Column from_dictionary(const Reception& plan, const ArrowSchema& schema, const ArrowArray& array,
                       const Batch& batch) {
  const std::string_view format = schema.dictionary->format;
  const ArrowArray& dictionary = *array.dictionary;
  const Column labels =
      format == "vu" ? from_views("", dictionary) : as_is("", *type_of(format), dictionary, batch);
  if (plan.index == ColumnType::int32) {
    return as_is(plan.name, ColumnType::category, array, batch,
                 std::make_shared<const Column>(labels));
  }
  expect_buffers(plan.name, array, 2);
  std::vector<std::int32_t> codes(static_cast<std::size_t>(array.length));
  for (std::int64_t i = 0; i < array.length; ++i) {
    const std::int64_t code = missing_at(array, i) ? -1 : index_at(array, plan.index, i);
    codes[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(code);
  }
  std::vector<std::string> texts;
  for (std::int64_t i = 0; i < labels.size(); ++i) texts.emplace_back(labels.text(i));
  return Column::category(plan.name, std::move(codes), texts);
}

Column from_days64(const std::string& name, const ArrowArray& array) {
  expect_buffers(name, array, 2);
  constexpr std::int64_t a_day = 86'400'000;
  std::vector<std::optional<Date>> dates(static_cast<std::size_t>(array.length));
  for (std::int64_t i = 0; i < array.length; ++i) {
    if (missing_at(array, i)) continue;
    const std::int64_t day = index_at(array, ColumnType::int64, i) / a_day;
    dates[static_cast<std::size_t>(i)] = Date::from_day_number(static_cast<std::int32_t>(day));
  }
  return Column::of(name, dates);
}

Column column_of(const Reception& plan, const ArrowSchema& schema, const ArrowArray& array,
                 const Batch& batch) {
  if (plan.type == ColumnType::category) return from_dictionary(plan, schema, array, batch);
  const auto rows = static_cast<std::size_t>(array.length);
  switch (plan.arrival) {
    case Arrival::text_view:
      return from_views(plan.name, array);
    case Arrival::nothing:
      return Column::of(plan.name, std::vector<std::string>(rows), std::vector<bool>(rows, true));
    case Arrival::days64:
      return from_days64(plan.name, array);
    case Arrival::as_is:
      break;
  }
  return as_is(plan.name, plan.type, array, batch);
}

// several batches into one column

std::vector<bool> missing_of(const std::vector<Column>& chunks) {
  std::vector<bool> missing;
  for (const Column& chunk : chunks) {
    for (std::int64_t i = 0; i < chunk.size(); ++i) missing.push_back(chunk.is_missing(i));
  }
  return missing;
}

Column join_texts(const std::vector<Column>& chunks) {
  std::vector<std::string> texts;
  for (const Column& chunk : chunks) {
    for (std::int64_t i = 0; i < chunk.size(); ++i) texts.emplace_back(chunk.text(i));
  }
  return Column::of(chunks.front().name(), texts, missing_of(chunks));
}

Column join_categories(const std::vector<Column>& chunks) {
  std::vector<std::string> labels;
  std::unordered_map<std::string, std::int32_t> known;
  std::vector<std::int32_t> codes;
  for (const Column& chunk : chunks) {
    std::vector<std::int32_t> code_of;
    const Column& own = *chunk.parts().labels;
    for (std::int64_t i = 0; i < own.size(); ++i) {
      const auto [at, is_new] =
          known.emplace(std::string(own.text(i)), static_cast<std::int32_t>(labels.size()));
      if (is_new) labels.push_back(at->first);
      code_of.push_back(at->second);
    }
    const auto values = chunk.values<std::int32_t>();
    for (std::int64_t i = 0; i < chunk.size(); ++i) {
      static_cast<void>(chunk.text(i));  // throws for a code without a label
      const auto code = static_cast<std::size_t>(values[static_cast<std::size_t>(i)]);
      codes.push_back(chunk.is_missing(i) ? -1 : code_of[code]);
    }
  }
  return Column::category(chunks.front().name(), std::move(codes), labels);
}

Column join_booleans(const std::vector<Column>& chunks) {
  std::vector<bool> values;
  for (const Column& chunk : chunks) {
    for (std::int64_t i = 0; i < chunk.size(); ++i) values.push_back(chunk.boolean(i));
  }
  return Column::of(chunks.front().name(), values, missing_of(chunks));
}

Column join_numbers(const std::vector<Column>& chunks) {
  const std::size_t width = width_of(chunks.front().type());
  std::vector<std::byte> bytes;
  Column::Parts parts;
  parts.type = chunks.front().type();
  for (const Column& chunk : chunks) {
    const auto* from = static_cast<const std::byte*>(chunk.parts().values.data);
    if (chunk.size() == 0) continue;
    from += static_cast<std::size_t>(chunk.parts().offset) * width;
    bytes.insert(bytes.end(), from, from + static_cast<std::size_t>(chunk.size()) * width);
    parts.length += chunk.size();
  }
  parts.validity = detail::validity_of(missing_of(chunks));
  parts.values = Buffer::of(std::move(bytes));
  return {chunks.front().name(), std::move(parts)};
}

Column join(const std::vector<Column>& chunks) {
  if (chunks.size() == 1) return chunks.front();
  const ColumnType type = chunks.front().type();
  if (detail::is_text(type)) return join_texts(chunks);
  if (type == ColumnType::category) return join_categories(chunks);
  if (type == ColumnType::boolean) return join_booleans(chunks);
  return join_numbers(chunks);
}

Column empty_column(const Reception& plan) {
  if (plan.type == ColumnType::category) return Column::category(plan.name, {}, {});
  if (detail::is_text(plan.type)) return Column::of(plan.name, std::vector<std::string>{});
  Column::Parts parts;
  parts.type = plan.type;
  parts.values = Buffer::of(std::vector<std::byte>(8));
  return {plan.name, std::move(parts)};
}

void expect_ok(int status, ArrowArrayStream* stream) {
  if (status == 0) return;
  const char* why = stream->get_last_error(stream);
  const Bilingual failed{"bên gửi dữ liệu báo lỗi", "its producer failed"};
  throw Error(ErrorCode::invalid_column, "Arrow stream",
              detail::joined(failed, ": ", detail::said(why != nullptr ? why : "")));
}

}  // namespace

Table import_stream(ArrowArrayStream* source) {
  Owned<ArrowArrayStream> stream;
  static_cast<ArrowArrayStream&>(stream) = *source;
  source->release = nullptr;  // moved
  Owned<ArrowSchema> schema;
  expect_ok(stream.get_schema(&stream, &schema), &stream);
  const bool is_struct = std::string_view(schema.format) == "+s";
  const std::size_t width = is_struct ? static_cast<std::size_t>(schema.n_children) : 1;
  std::vector<Reception> plans;
  detail::ProblemList problems(ErrorCode::unsupported_type);
  const auto child = [&](std::size_t i) -> const ArrowSchema& {
    return is_struct ? *schema.children[i] : schema;
  };
  for (std::size_t i = 0; i < width; ++i) {
    Bilingual problem;
    plans.push_back(plan_of(child(i), problem));
    if (problem.vi.empty()) continue;
    problems.add("Arrow stream", detail::say("cột \"{}\" có {}", "column \"{}\" has {}",
                                             plans.back().name, problem));
  }
  problems.throw_if_any();
  std::vector<std::vector<Column>> chunks(width);
  while (true) {
    const auto batch = std::make_shared<Owned<ArrowArray>>();
    expect_ok(stream.get_next(&stream, batch.get()), &stream);
    if (batch->release == nullptr) break;
    for (std::size_t i = 0; i < width; ++i) {
      const ArrowArray& array = is_struct ? *batch->children[i] : *batch;
      Column column = column_of(plans[i], child(i), array, batch);
      // a struct's own offset and length stand above those of its children
      if (is_struct) column = column.slice(batch->offset, batch->length);
      chunks[i].push_back(std::move(column));
    }
  }
  std::vector<Column> columns;
  for (std::size_t i = 0; i < width; ++i) {
    columns.push_back(chunks[i].empty() ? empty_column(plans[i]) : join(chunks[i]));
  }
  return Table(std::move(columns));
}

}  // namespace sauro::inline v0_1
