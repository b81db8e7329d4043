#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/table/arrow.hpp"
#include "core/problem_list.hpp"
#include "table/arrow_source.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::Reception;
using detail::say;

[[noreturn]] void refuse(const Bilingual& what) {
  throw ValidationError(ErrorCode::invalid_column, "Arrow stream", what);
}

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

/// A stream that was taken over from its producer.
class Stream {
 public:
  explicit Stream(ArrowArrayStream* source) {
    if (source == nullptr || source->release == nullptr) {
      refuse({"luồng đã được đọc hoặc đã đóng; hãy xin một luồng mới",
              "was read or closed before; ask for a new one"});
    }
    static_cast<ArrowArrayStream&>(stream_) = std::exchange(*source, ArrowArrayStream{});
    if (stream_.get_schema == nullptr || stream_.get_next == nullptr) {
      refuse({"thiếu hàm để đọc", "lacks the functions to read it"});
    }
  }

  void read_schema(ArrowSchema& schema) {
    expect_ok(stream_.get_schema(&stream_, &schema));
    if (schema.release == nullptr) refuse({"không nêu các cột", "doesn't say its columns"});
  }

  /// False at the end.
  bool read_batch(ArrowArray& batch) {
    expect_ok(stream_.get_next(&stream_, &batch));
    return batch.release != nullptr;
  }

 private:
  void expect_ok(int status) {
    if (status == 0) return;
    const char* why =
        stream_.get_last_error != nullptr ? stream_.get_last_error(&stream_) : nullptr;
    const Bilingual failed{"bên gửi dữ liệu báo lỗi", "its producer failed"};
    throw Error(ErrorCode::invalid_column, "Arrow stream",
                why != nullptr ? detail::joined(failed, ": ", detail::said(why)) : failed);
  }

  Owned<ArrowArrayStream> stream_;
};

/// The columns of a struct, or a column alone.
std::vector<const ArrowSchema*> columns_in(const ArrowSchema& schema, bool is_struct) {
  if (!is_struct) return {&schema};
  if (schema.n_children < 0 || (schema.n_children > 0 && schema.children == nullptr)) {
    refuse({"không nêu các cột", "doesn't say its columns"});
  }
  std::vector<const ArrowSchema*> columns(schema.children, schema.children + schema.n_children);
  for (const ArrowSchema* one : columns) {
    if (one == nullptr) refuse({"không nêu các cột", "doesn't say its columns"});
  }
  return columns;
}

/// Places of the columns that are asked for; all where none is.
std::vector<std::size_t> places_of(const std::vector<const ArrowSchema*>& columns,
                                   const std::vector<std::string>& asked) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; asked.empty() && i < columns.size(); ++i) places.push_back(i);
  detail::ProblemList problems(ErrorCode::invalid_column);
  for (const std::string& name : asked) {
    const auto at = std::find_if(columns.begin(), columns.end(), [&](const ArrowSchema* one) {
      return one->name != nullptr && one->name == name;
    });
    if (at != columns.end()) {
      places.push_back(static_cast<std::size_t>(at - columns.begin()));
      continue;
    }
    std::string others;
    for (const ArrowSchema* one : columns) {
      if (one->name == nullptr) continue;
      others += others.empty() ? "" : ", ";
      others += one->name;
    }
    problems.add(name, say("bảng không có cột này; các cột có: {}",
                           "there is no such column; there are: {}", others));
  }
  problems.throw_if_any();
  return places;
}

std::vector<Reception> receptions_of(const std::vector<const ArrowSchema*>& columns,
                                     const std::vector<std::size_t>& places,
                                     const std::vector<std::string>& coded) {
  std::vector<Reception> receptions;
  detail::ProblemList problems(ErrorCode::unsupported_type);
  for (const std::size_t place : places) {
    Bilingual problem;
    Reception& one = receptions.emplace_back(detail::reception_of(*columns[place], problem));
    one.is_coded =
        detail::is_text(one.type) && std::find(coded.begin(), coded.end(), one.name) != coded.end();
    if (problem.vi.empty()) continue;
    problems.add("Arrow stream",
                 say("cột \"{}\" có {}", "column \"{}\" has {}", one.name, problem));
  }
  problems.throw_if_any();
  return receptions;
}

/// A struct of rows: all of them there, with a column for each child.
void check_struct(const ArrowArray& batch, std::size_t columns) {
  const bool has_counts =
      detail::is_row_count(batch.length) && detail::is_row_count(batch.offset) &&
      std::cmp_equal(batch.n_children, columns) && (columns == 0 || batch.children != nullptr);
  if (!has_counts) {
    refuse(say("có {} dòng, {} cột; cần {} cột", "has {} rows of {} columns; {} are needed",
               batch.length, batch.n_children, columns));
  }
  if (batch.null_count > 0) {
    refuse({"có dòng thiếu cả dòng", "has rows that are missing as a whole"});
  }
  for (std::size_t i = 0; i < columns; ++i) {
    const ArrowArray* child = batch.children[i];
    if (child == nullptr || child->length < batch.offset + batch.length) {
      refuse(say("cột {} ngắn hơn các dòng", "column {} is shorter than its rows", i + 1));
    }
  }
}

}  // namespace

Table import_stream(ArrowArrayStream* source, const ArrowOptions& options) {
  Stream stream(source);
  Owned<ArrowSchema> schema;
  stream.read_schema(schema);
  const bool is_struct = schema.format != nullptr && std::string_view(schema.format) == "+s";
  const std::vector<const ArrowSchema*> schemas = columns_in(schema, is_struct);
  const std::vector<std::size_t> places = places_of(schemas, options.columns);
  const std::vector<Reception> receptions = receptions_of(schemas, places, options.coded);
  std::vector<std::vector<Column>> chunks(receptions.size());
  while (true) {
    const auto batch = std::make_shared<Owned<ArrowArray>>();
    if (!stream.read_batch(*batch)) break;
    if (is_struct) check_struct(*batch, schemas.size());
    for (std::size_t i = 0; i < receptions.size(); ++i) {
      const ArrowArray& array = is_struct ? *batch->children[places[i]] : *batch;
      Column column = detail::column_of(receptions[i], array, batch);
      // a struct's own offset and length stand above those of its children
      if (is_struct) column = column.slice(batch->offset, batch->length);
      chunks[i].push_back(std::move(column));
    }
  }
  std::vector<Column> columns;
  for (std::size_t i = 0; i < receptions.size(); ++i) {
    columns.push_back(chunks[i].empty() ? detail::empty_column(receptions[i])
                                        : detail::joined_columns(chunks[i]));
  }
  return Table(std::move(columns));
}

}  // namespace sauro::inline v0_1
