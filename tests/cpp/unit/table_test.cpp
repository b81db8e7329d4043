#include <functional>
#include <limits>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Table sample() {
  return Table(
      {Column::of("n", std::vector<std::int32_t>{1, 2, 3, 4}, {false, true, false, false}),
       Column::of("day", std::vector<std::optional<Date>>{Date(2026, 1, 2), std::nullopt,
                                                          Date(1969, 12, 31), Date(2026, 4, 5)}),
       Column::of("text", std::vector<std::string>{"một", "", "ba", "bốn"},
                  {false, true, false, false}),
       Column::category("agency", {1, 0, -1, 1}, {"phòng", "trạm"}),
       Column::of("yes", std::vector<bool>{true, false, true, true}),
       Column::of("rate", std::vector<double>{0.5, 1, 2, 3})});
}

std::string shown(const Table& table) {
  std::string out;
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    for (const Column& column : table.columns()) {
      if (column.is_missing(row)) {
        out += "-";
      } else if (column.type() == ColumnType::int32 || column.type() == ColumnType::date) {
        out += std::to_string(column.values<std::int32_t>()[static_cast<std::size_t>(row)]);
      } else if (column.type() == ColumnType::float64) {
        out += std::to_string(
            static_cast<int>(column.values<double>()[static_cast<std::size_t>(row)] * 10));
      } else if (column.type() == ColumnType::boolean) {
        out += column.boolean(row) ? "yes" : "no";
      } else {
        out += column.text(row);
      }
      out += " ";
    }
    out += "\n";
  }
  return out;
}

Table there_and_back(const Table& table) {
  ArrowArrayStream stream;
  export_stream(table, &stream);
  return import_stream(&stream);
}

}  // namespace

TEST_CASE("a table comes back from Arrow as it went, slices with offsets too") {
  const Table table = sample();
  CHECK(shown(table) ==
        "1 20455 một trạm yes 5 \n- - - phòng no 10 \n3 -1 ba - yes 20 \n"
        "4 20548 bốn trạm yes 30 \n");
  CHECK(shown(there_and_back(table)) == shown(table));
  for (std::int64_t from = 0; from <= 4; ++from) {
    for (std::int64_t length = 0; length <= 4; ++length) {
      const Table part = table.slice(from, length);
      CHECK(part.rows() == std::min<std::int64_t>(length, 4 - from));
      CHECK(shown(there_and_back(part)) == shown(part));
      CHECK(shown(there_and_back(part).slice(1, 2)) == shown(part.slice(1, 2)));
    }
  }
}

TEST_CASE("an imported table shares memory and outlives the one that it came from") {
  Table copy;
  {
    const Table table = sample();
    copy = there_and_back(table);
    CHECK(copy.column("rate").parts().values.data == table.column("rate").parts().values.data);
  }
  CHECK(copy.column("text").text(3) == "bốn");
}

TEST_CASE("columns of a table have one length and one name each") {
  try {
    Table({Column::of("a", std::vector<double>{1, 2}), Column::of("b", std::vector<double>{1}),
           Column::of("a", std::vector<double>{1, 2})});
    FAIL("a broken table passed");
  } catch (const ValidationError& error) {
    CHECK(english(error, false) ==
          "column \"b\" has 1 rows, \"a\" has 2\ncolumn \"a\" stands twice");
  }
  CHECK(code_of([] { (void)sample().column("none"); }) == 202);
  CHECK(code_of([] { Column::category("c", {2}, {"a", "b"}); }) == 220);
}

TEST_CASE("types that are not read are refused by the names of their columns") {
  ArrowArrayStream stream;
  export_stream(sample(), &stream);
  static int (*plain)(ArrowArrayStream*, ArrowSchema*) = stream.get_schema;
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    const int status = plain(self, out);
    out->children[0]->format = "w:16";
    out->children[1]->format = "tss:Asia/Ho_Chi_Minh";
    return status;
  };
  try {
    (void)import_stream(&stream);
    FAIL("bytes passed");
  } catch (const ValidationError& error) {
    CHECK(error.code() == ErrorCode::unsupported_type);
    CHECK(english(error, false) ==
          "column \"n\" has the Arrow type \"w:16\"\n"
          "column \"day\" has moments of the time zone Asia/Ho_Chi_Minh; turn them into local "
          "time without a zone first");
  }
}

namespace {

std::string refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const ValidationError& error) {
    CHECK(error.code() == ErrorCode::invalid_column);
    return english(error);
  }
  return "";
}

template <class T>
bool gives(const Column& column) {
  try {
    return column.values<T>().size() == static_cast<std::size_t>(column.size());
  } catch (const ValidationError& error) {
    CHECK(error.where() == column.name());
    return false;
  }
}

/// The types that a column gives its values in.
std::string types_of(const Column& column) {
  std::string text;
  if (gives<std::int8_t>(column)) text += "int8 ";
  if (gives<std::int16_t>(column)) text += "int16 ";
  if (gives<std::int32_t>(column)) text += "int32 ";
  if (gives<std::int64_t>(column)) text += "int64 ";
  if (gives<std::uint8_t>(column)) text += "uint8 ";
  if (gives<std::uint16_t>(column)) text += "uint16 ";
  if (gives<std::uint32_t>(column)) text += "uint32 ";
  if (gives<std::uint64_t>(column)) text += "uint64 ";
  if (gives<float>(column)) text += "float32 ";
  if (gives<double>(column)) text += "float64 ";
  return text;
}

Buffer bytes(std::size_t count) { return Buffer::of(std::vector<std::byte>(count)); }

std::size_t needed(ColumnType type, std::size_t rows) {
  if (type == ColumnType::boolean) return (rows + 7) / 8;
  if (type == ColumnType::text) return 4 * (rows + 1);
  if (type == ColumnType::large_text) return 8 * (rows + 1);
  return rows * width_of(type);
}

}  // namespace

TEST_CASE("a column gives its values in the one type that it holds") {
  for (const ColumnType type : values<ColumnType>()) {
    CAPTURE(to_string(type));
    Column::Parts parts;
    parts.type = type;
    parts.length = 3;
    parts.values = bytes(needed(type, 3));
    parts.labels = std::make_shared<const Column>(Column::of("", std::vector<std::string>{"a"}));
    std::string expected(to_string(type));
    if (type == ColumnType::date || type == ColumnType::category) expected = "int32";
    if (type >= ColumnType::seconds && type <= ColumnType::nanoseconds) expected = "int64";
    const bool plain = type == ColumnType::boolean || width_of(type) == 0;
    CHECK(types_of(Column("c", parts)) == (plain ? "" : expected + " "));
  }
  const Column n = Column::of("n", std::vector<std::int32_t>{1});
  CHECK(refusal([&] { (void)n.values<double>(); }) == "n: is of int32, not of float64");
  CHECK(refusal([&] { (void)n.text(0); }) == "n: is of int32, not of text or category");
  CHECK(refusal([&] { (void)n.boolean(0); }) == "n: is of int32, not of boolean");
}

TEST_CASE("rows that a column doesn't have are refused, whatever it holds") {
  const Table table = sample();
  for (const Column& whole : table.columns()) {
    for (const Column& column : {whole, whole.slice(1, 2), whole.slice(4, 0)}) {
      for (const std::int64_t row :
           {std::int64_t{-1}, column.size(), column.size() + 1,
            std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
        const std::string expected = column.name() + ": has no row " + std::to_string(row) +
                                     ": it has " + std::to_string(column.size());
        CHECK(refusal([&] { (void)column.is_missing(row); }) == expected);
        CHECK(refusal([&] { (void)column.text(row); }) == expected);
        CHECK(refusal([&] { (void)column.boolean(row); }) == expected);
      }
    }
  }
}

TEST_CASE("a slice is cut to the rows that there are") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  const Column column = Column::of("n", std::vector<std::int32_t>{1, 2, 3});
  for (const std::int64_t from :
       {least, std::int64_t{-1}, std::int64_t{0}, std::int64_t{2}, most}) {
    for (const std::int64_t length : {least, std::int64_t{-1}, std::int64_t{1}, most}) {
      const Column part = column.slice(from, length).slice(from, length);
      CHECK(part.size() <= 3);
      CHECK(part.values<std::int32_t>().size() == static_cast<std::size_t>(part.size()));
    }
  }
  CHECK(column.slice(1, most).values<std::int32_t>()[1] == 3);
}

TEST_CASE("parts that don't hold the rows are refused, those that just do are not") {
  const auto labels = std::make_shared<const Column>(Column::of("", std::vector<std::string>{"a"}));
  for (const ColumnType type : values<ColumnType>()) {
    for (std::int64_t length = 1; length <= 9; length += 4) {
      for (std::int64_t offset = 0; offset <= 8; offset += 4) {
        CAPTURE(to_string(type));
        const auto rows = static_cast<std::size_t>(offset + length);
        Column::Parts parts;
        parts.type = type;
        parts.length = length;
        parts.offset = offset;
        parts.values = bytes(needed(type, rows));
        parts.validity = bytes((rows + 7) / 8);
        parts.labels = labels;
        CHECK(refusal([&] { (void)Column("c", parts); }).empty());
        Column::Parts few = parts;
        few.values = bytes(needed(type, rows) - 1);
        CHECK(refusal([&] { (void)Column("c", few); }) ==
              "c: has " + std::to_string(needed(type, rows) - 1) + " bytes of values, " +
                  std::to_string(needed(type, rows)) + " are needed");
        few = parts;
        few.validity = bytes((rows + 7) / 8 - 1);
        CHECK((few.validity.data == nullptr || !refusal([&] { (void)Column("c", few); }).empty()));
        few = parts;
        few.values = {};
        CHECK(refusal([&] { (void)Column("c", few); }) == "c: has no values");
      }
    }
  }
  const auto with = [](std::int64_t length, std::int64_t offset) {
    Column::Parts parts;
    parts.length = length;
    parts.offset = offset;
    parts.values = Buffer{&length, {}, {}};
    return [parts] { (void)Column("c", parts); };
  };
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  for (const auto& call : {with(-1, 0), with(0, -1), with(most, 0), with(1, most)}) {
    CHECK(refusal(call).starts_with("c: has "));
  }
  CHECK(refusal([] {
          Column::Parts parts;
          parts.type = ColumnType::category;
          (void)Column("c", parts);
        }) == "c: is a category without labels");
}

TEST_CASE("offsets and codes that point outside are refused where they are read") {
  const auto texts = [](std::vector<std::int32_t> offsets) {
    Column::Parts parts;
    parts.type = ColumnType::text;
    parts.length = static_cast<std::int64_t>(offsets.size()) - 1;
    parts.values = Buffer::of(std::move(offsets));
    parts.bytes = Buffer::of(std::vector<char>{'a', 'b', 'c'});
    return Column("t", std::move(parts));
  };
  CHECK(texts({0, 3}).text(0) == "abc");
  CHECK(texts({2, 2}).text(0).empty());
  for (const auto& offsets : {std::vector<std::int32_t>{0, 4}, {2, 1}, {-1, 2}, {0, -1}}) {
    CHECK(refusal([&] { (void)texts(offsets).text(0); }) ==
          "t: has a text outside of its bytes in row 0");
  }
  for (const std::int32_t code : {-1, 1, std::numeric_limits<std::int32_t>::max()}) {
    Column::Parts parts;
    parts.type = ColumnType::category;
    parts.length = 1;
    parts.values = Buffer::of(std::vector<std::int32_t>{code});
    parts.labels = std::make_shared<const Column>(Column::of("", std::vector<std::string>{"a"}));
    CHECK(refusal([&] { (void)Column("c", parts).text(0); }) ==
          "c: has the code " + std::to_string(code) + " in row 0, but there are 1 labels");
  }
}

TEST_CASE("an array of Arrow whose offsets point outside is refused, not read") {
  const Table table({Column::of("t", std::vector<std::string>{"một", "hai", "ba"})});
  ArrowArrayStream stream;
  export_stream(table, &stream);
  static int (*plain)(ArrowArrayStream*, ArrowArray*) = stream.get_next;
  static const std::int32_t offsets[] = {0, 1000000, 4, 10};
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
    const int status = plain(self, out);
    if (out->release != nullptr) out->children[0]->buffers[1] = offsets;
    return status;
  };
  CHECK(refusal([&] { (void)import_stream(&stream); }) == "t: has texts outside of their bytes");
}

TEST_CASE("an array of Arrow without its buffers is refused, whatever its format") {
  static int place = 0;
  static const char* format = "";
  static int (*plain_schema)(ArrowArrayStream*, ArrowSchema*) = nullptr;
  static int (*plain)(ArrowArrayStream*, ArrowArray*) = nullptr;
  constexpr std::pair<int, const char*> children[] = {
      {3, "i"}, {3, "c"}, {5, "g"}, {5, "tdm"}, {5, "vu"}};
  for (const auto& child : children) {
    std::tie(place, format) = child;
    CAPTURE(format);
    ArrowArrayStream stream;
    export_stream(sample().slice(0, 2), &stream);
    plain_schema = stream.get_schema;
    plain = stream.get_next;
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
      const int status = plain_schema(self, out);
      out->children[place]->format = format;
      return status;
    };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
      const int status = plain(self, out);
      if (out->release != nullptr) out->children[place]->buffers[1] = nullptr;
      return status;
    };
    const std::string name = place == 3 ? "agency" : "rate";
    CHECK(refusal([&] { (void)import_stream(&stream); }) ==
          name + ": the Arrow array lacks buffers");
  }
}
