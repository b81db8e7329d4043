#include <array>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "arrow_producer.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

/// An array over buffers that the test keeps.
struct Made {
  std::vector<const void*> buffers;
  ArrowArray array{};

  Made(std::int64_t length, std::vector<const void*> held) : buffers(std::move(held)) {
    array.length = length;
    array.n_buffers = static_cast<std::int64_t>(buffers.size());
    array.buffers = buffers.data();
  }
};

/// A column of int64 1, 2, 3.
const std::int64_t numbers[] = {1, 2, 3};

std::string refused(Producer& producer) {
  return refusal_of([&] { (void)producer.read(); });
}

/// Reads a sound array of numbers with one thing changed.
std::string refused_with(const std::function<void(ArrowArray&)>& change) {
  Producer producer;
  Made made(3, {nullptr, numbers});
  change(made.array);
  producer.batches = {made.array};
  const std::string text = refused(producer);
  CHECK(producer.released == static_cast<int>(producer.sent));
  return text;
}

template <class Offset>
std::string refused_texts(const char* format, std::vector<Offset> offsets, const void* bytes,
                          std::int64_t from = 0) {
  Producer producer;
  producer.schema.format = format;
  Made made(static_cast<std::int64_t>(offsets.size()) - 1 - from, {nullptr, offsets.data(), bytes});
  made.array.offset = from;
  producer.batches = {made.array};
  return refused(producer);
}

/// Codes into a dictionary of A, B and one that is missing or a second A.
template <class Code>
struct Coded {
  std::vector<std::int32_t> offsets{0, 1, 2, 3};
  const char* bytes = "ABA";
  std::uint8_t valid;
  std::vector<Code> codes;
  ArrowSchema labels_schema{};
  Made labels;
  Made made;
  Producer producer;

  Coded(const char* format, std::vector<Code> given, bool has_missing_label = false)
      : valid(has_missing_label ? 0b011 : 0b111),
        codes(std::move(given)),
        labels(3, {&valid, offsets.data(), bytes}),
        made(static_cast<std::int64_t>(codes.size()), {nullptr, codes.data()}) {
    labels_schema.format = "u";
    labels.array.null_count = -1;
    producer.schema.format = format;
    producer.schema.dictionary = &labels_schema;
    made.array.dictionary = &labels.array;
    producer.batches = {made.array};
  }
};

template <class Code>
void check_codes(const char* format) {
  CAPTURE(format);
  Coded<Code> good(format, {2, 0, 1});
  const Table table = good.producer.read();
  const Column& column = table.column("so");
  CHECK(column.text(0) == "A");
  CHECK(column.text(2) == "B");
  CHECK(column.values<std::int32_t>()[0] == column.values<std::int32_t>()[1]);  // both are A
  Coded<Code> open(format, {2, 0, 2}, true);
  const Table with_missing = open.producer.read();
  CHECK(with_missing.column("so").is_missing(0));
  CHECK(with_missing.column("so").null_count() == 2);
  CHECK(with_missing.column("so").parts().labels->size() == 2);
  using Limits = std::numeric_limits<Code>;
  for (const Code code : {Code{3}, Limits::max(), Limits::min()}) {
    if (code == 0) continue;
    Coded<Code> bad(format, {0, code, 1});
    CHECK(refused(bad.producer) == "so: has the code " + std::to_string(+code) +
                                       " in row 1, but its dictionary has 3 values");
  }
}

}  // namespace

TEST_CASE("a stream that was used, closed or never filled is refused") {
  Producer producer;
  Made made(3, {nullptr, numbers});
  producer.batches = {made.array};
  CHECK(producer.read().rows() == 3);
  const std::string used = "Arrow stream: was read or closed before; ask for a new one";
  CHECK(refused(producer) == used);
  CHECK(refusal_of([] { (void)import_stream(nullptr); }) == used);
  ArrowArrayStream empty{};
  CHECK(refusal_of([&] { (void)import_stream(&empty); }) == used);
  Producer mute;
  mute.stream.get_next = nullptr;
  CHECK(refused(mute) == "Arrow stream: lacks the functions to read it");
  Producer failing;
  failing.stream.get_schema = [](ArrowArrayStream*, ArrowSchema*) { return 5; };
  failing.stream.get_last_error = nullptr;
  CHECK(refused(failing) == "Arrow stream: its producer failed");
}

TEST_CASE("what a producer says of its columns is checked") {
  Producer nameless;
  nameless.schema.format = nullptr;
  CHECK(refused(nameless) == "Arrow stream: column \"so\" has no type");
  Producer childless;
  childless.schema.format = "+s";
  childless.schema.n_children = 2;
  CHECK(refused(childless) == "Arrow stream: doesn't say its columns");
  std::array<ArrowSchema*, 1> none{nullptr};
  childless.stream.release = [](ArrowArrayStream* self) { self->release = nullptr; };
  childless.schema.n_children = 1;
  childless.schema.children = none.data();
  Producer again;
  again.schema = childless.schema;
  CHECK(refused(again) == "Arrow stream: doesn't say its columns");
  for (const char* format : {"", "d:", "d:38", "d:38,", "d:38,-1", "d:38,0,7", "d:38,0,128,1",
                             "d:9999999999999,0", "ts", "w:16", "+l", "tsu:Asia/Ho_Chi_Minh"}) {
    CAPTURE(format);
    Producer producer;
    producer.schema.format = format;
    CHECK(refused(producer).starts_with("Arrow stream: column \"so\" has "));
  }
}

TEST_CASE("counts and buffers that can't be are refused, and what was sent is released") {
  constexpr auto huge = std::int64_t{1} << 62;
  for (const std::int64_t length :
       {std::int64_t{-1}, huge, std::numeric_limits<std::int64_t>::min(),
        std::numeric_limits<std::int64_t>::max()}) {
    CAPTURE(length);
    CHECK(refused_with([&](ArrowArray& array) { array.length = length; }).starts_with("so: "));
    CHECK(refused_with([&](ArrowArray& array) { array.offset = length; }).starts_with("so: "));
  }
  const std::string lacks = "so: the Arrow array lacks buffers";
  CHECK(refused_with([](ArrowArray& array) { array.buffers = nullptr; }) == lacks);
  CHECK(refused_with([](ArrowArray& array) { array.n_buffers = 1; }) == lacks);
  CHECK(refused_with([](ArrowArray& array) { array.n_buffers = -1; }) == lacks);
  CHECK(refused_with([](ArrowArray& array) { array.null_count = 1; }) == lacks);
  CHECK(refused_with([](ArrowArray& array) { array.null_count = 4; }).starts_with("so: "));
  CHECK(refused_with([](ArrowArray& array) { array.null_count = -2; }).starts_with("so: "));
  CHECK(refused_with([](ArrowArray& array) { array.null_count = -1; }).empty());  // not counted
  Producer two;
  Made sound(3, {nullptr, numbers});
  Made unsound(3, {nullptr, nullptr});
  two.batches = {sound.array, unsound.array};
  CHECK(refused(two) == lacks);
  CHECK(two.released == 2);
}

TEST_CASE("a struct's children have its rows, and all of them are there") {
  Made child(3, {nullptr, numbers});
  ArrowSchema child_schema{};
  child_schema.format = "l";
  child_schema.name = "n";
  std::array<ArrowSchema*, 1> schemas{&child_schema};
  std::array<ArrowArray*, 1> children{&child.array};
  const auto refused_struct = [&](const std::function<void(ArrowArray&)>& change) {
    Producer producer;
    producer.schema.format = "+s";
    producer.schema.n_children = 1;
    producer.schema.children = schemas.data();
    Made rows(3, {nullptr});
    rows.array.n_children = 1;
    rows.array.children = children.data();
    change(rows.array);
    producer.batches = {rows.array};
    return refused(producer);
  };
  CHECK(refused_struct([](ArrowArray&) {}).empty());
  CHECK(refused_struct([](ArrowArray& rows) { rows.offset = 1; }) ==
        "Arrow stream: column 1 is shorter than its rows");
  CHECK(refused_struct([](ArrowArray& rows) { rows.n_children = 2; }) ==
        "Arrow stream: has 3 rows of 2 columns; 1 are needed");
  CHECK(refused_struct([](ArrowArray& rows) { rows.children = nullptr; }).starts_with("Arrow "));
  CHECK(
      refused_struct([](ArrowArray& rows) { rows.length = -1; }).starts_with("Arrow stream: has"));
  CHECK(refused_struct([](ArrowArray& rows) { rows.null_count = 1; }) ==
        "Arrow stream: has rows that are missing as a whole");
}

TEST_CASE("offsets of texts that are negative, go back or point at nothing are refused") {
  const std::string outside = "so: has texts outside of their bytes";
  for (const auto& offsets : {std::vector<std::int32_t>{-1, 1}, {0, 2, 1}, {0, -5, 3}, {2, 0}}) {
    CHECK(refused_texts<std::int32_t>("u", offsets, "abc") == outside);
    CHECK(refused_texts<std::int64_t>("U", {offsets.begin(), offsets.end()}, "abc") == outside);
  }
  CHECK(refused_texts<std::int32_t>("u", {0, 1}, nullptr) == outside);
  CHECK(refused_texts<std::int32_t>("u", {0, 0}, nullptr).empty());
  CHECK(refused_texts<std::int32_t>("u", {-9, 0, 3}, "abc", 1).empty());  // before the first row
}

TEST_CASE("texts that are no UTF-8 are refused with their row, missing ones may be anything") {
  const auto refused_bytes = [](const char* bytes, std::vector<std::int32_t> offsets) {
    const std::vector<std::int64_t> large(offsets.begin(), offsets.end());
    const std::string text = refused_texts<std::int32_t>("u", std::move(offsets), bytes);
    CHECK(refused_texts<std::int64_t>("U", large, bytes) == text);
    return text;
  };
  CHECK(refused_bytes("xã Đà", {0, 4, 6, 8}).empty());
  const std::string second = "so: has a text that is no UTF-8 in row 1";
  CHECK(refused_bytes("a\xFF"
                      "b",
                      {0, 1, 2, 3}) == second);
  CHECK(refused_bytes("xã", {0, 0, 2, 3}) == second);          // cut within a character
  CHECK(refused_bytes("x\xED\xA0\x80", {0, 1, 4}) == second);  // half of a pair
  CHECK(refused_bytes("longer than a word \xC3", {0, 19, 20}) == second);

  Coded<std::int32_t> coded("i", {0, 1});
  coded.bytes = "A\xC3Z";
  coded.labels.buffers[2] = coded.bytes;
  CHECK(refused(coded.producer) == second);

  const std::uint8_t valid = 0b101;
  const std::vector<std::int32_t> offsets = {0, 1, 2, 3};
  Producer with_missing;
  with_missing.schema.format = "u";
  Made made(3, {&valid, offsets.data(), "a\xFFz"});
  made.array.null_count = 1;
  with_missing.batches = {made.array};
  CHECK(with_missing.read().column("so").text(2) == "z");

  Producer named;
  named.schema.name = "c\xF4t";
  CHECK(refused(named).ends_with("has a name that is no UTF-8"));
}

TEST_CASE("a view of a text outside of its buffers is refused") {
  struct View {
    std::int32_t size;
    std::int32_t start;
    std::int32_t buffer;
    std::int32_t from;
  };
  const char* bytes = "một văn bản dài hơn mười hai byte";
  const std::int64_t sizes[] = {20};
  const auto refused_view = [&](View view, bool has_bytes = true) {
    Producer producer;
    producer.schema.format = "vu";
    const View views[] = {{0, 0, 0, 0}, view};
    Made made(2, {nullptr, views, has_bytes ? bytes : nullptr, sizes});
    producer.batches = {made.array};
    return refused(producer);
  };
  CHECK(refused_view({20, 0, 0, 0}).empty());
  CHECK(refused_view({19, 0, 0, 0}) == "so: has a text that is no UTF-8 in row 1");
  const std::string outside = "so: has a view of a text outside of its buffers in row 1";
  CHECK(refused_view({20, 0, 0, 0}, false) == outside);
  constexpr auto most = std::numeric_limits<std::int32_t>::max();
  for (const View view : {View{-1, 0, 0, 0},
                          {21, 0, 0, 0},
                          {20, 0, 0, 1},
                          {20, 0, 1, 0},
                          {20, 0, -1, 0},
                          {20, 0, 0, -1},
                          {most, 0, 0, most}}) {
    CHECK(refused_view(view) == outside);
  }
}

TEST_CASE(
    "codes outside of the dictionary are refused; equal labels are one, missing ones missing") {
  check_codes<std::int8_t>("c");
  check_codes<std::int16_t>("s");
  check_codes<std::int32_t>("i");
  check_codes<std::int64_t>("l");
  check_codes<std::uint8_t>("C");
  check_codes<std::uint16_t>("S");
  check_codes<std::uint32_t>("I");
  check_codes<std::uint64_t>("L");
  Coded<std::int32_t> bare("i", {0});
  bare.producer.batches[0].dictionary = nullptr;
  CHECK(refused(bare.producer) == "so: the Arrow array lacks its dictionary");
}

TEST_CASE("decimals are read: whole ones as integers, others as the nearest number") {
  const auto read = [](const char* format, std::vector<std::uint8_t> bytes) {
    Producer producer;
    producer.schema.format = format;
    Made made(1, {nullptr, bytes.data()});
    producer.batches = {made.array};
    return producer.read().column("so");
  };
  const std::vector<std::uint8_t> all_ones(16, 0xFF);  // -1
  CHECK(read("d:38,0", all_ones).values<std::int64_t>()[0] == -1);
  CHECK(read("d:9,0,32", {0x39, 0x30, 0, 0}).values<std::int64_t>()[0] == 12345);
  CHECK(read("d:9,2,64", {0x39, 0x30, 0, 0, 0, 0, 0, 0}).values<double>()[0] == 123.45);
  CHECK(read("d:76,3,256", std::vector<std::uint8_t>(32, 0xFF)).values<double>()[0] == -0.001);
  std::vector<std::uint8_t> large(16, 0);
  large[8] = 1;  // 2^64
  CHECK(refusal_of([&] { (void)read("d:38,0", large); }) ==
        "so: has a number too large in row 0; turn the column into floats first");
  large[8] = 0;
  large[7] = 0x80;  // 2^63
  CHECK(refusal_of([&] { (void)read("d:38,0", large); }).starts_with("so: has a number too large"));
}

TEST_CASE("moments that are days belong to the day that they are in, before 1970 too") {
  const std::int64_t moments[] = {-1, 0, 86'399'999, -86'400'000};
  Producer producer;
  producer.schema.format = "tdm";
  Made made(4, {nullptr, moments});
  producer.batches = {made.array};
  const Table table = producer.read();
  const auto days = table.column("so").values<std::int32_t>();
  CHECK(std::vector<std::int32_t>(days.begin(), days.end()) ==
        std::vector<std::int32_t>{-1, 0, 0, -1});
  const std::int64_t far[] = {std::numeric_limits<std::int64_t>::max()};
  Producer later;
  later.schema.format = "tdm";
  Made one(1, {nullptr, far});
  later.batches = {one.array};
  CHECK(refused(later) == "so: has a day out of range in row 0");
}

TEST_CASE("values that don't lie as the machine wants them are copied") {
  std::array<char, 25> bytes{};
  const std::array<std::int64_t, 3> values{7, 8, 9};
  std::copy_n(reinterpret_cast<const char*>(values.data()), 24, bytes.data() + 1);
  Producer producer;
  Made made(3, {nullptr, bytes.data() + 1});
  producer.batches = {made.array};
  const Table table = producer.read();
  CHECK(table.column("so").values<std::int64_t>()[2] == 9);
}

TEST_CASE("batches below each other: missing values, texts and labels stay what they are") {
  const std::uint8_t first_only = 0b01;
  const char* bytes = "mộthai";
  Producer producer;
  producer.schema.format = "u";
  const std::vector<std::int32_t> ends{0, 5, 8};
  Made one(2, {&first_only, ends.data(), bytes});
  one.array.null_count = 1;
  Made none(0, {nullptr, nullptr, nullptr});
  Made two(2, {nullptr, ends.data(), bytes});
  producer.batches = {one.array, none.array, two.array};
  const Table table = producer.read();
  const Column& column = table.column("so");
  CHECK(column.size() == 4);
  CHECK(column.text(0) == "một");
  CHECK(column.is_missing(1));
  CHECK(column.text(3) == "hai");
  Coded<std::int8_t> coded("c", {0, 1, 2});
  Coded<std::int8_t> other("c", {1, 2, 0}, true);
  coded.producer.batches.push_back(other.made.array);
  const Table joined = coded.producer.read();
  std::string texts;
  for (std::int64_t i = 0; i < 6; ++i) {
    texts += joined.column("so").is_missing(i) ? "-" : std::string(joined.column("so").text(i));
  }
  CHECK(texts == "ABAB-A");
  CHECK(joined.column("so").parts().labels->size() == 2);
}
