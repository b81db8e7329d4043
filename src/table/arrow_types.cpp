#include "table/arrow_types.hpp"

#include <charconv>
#include <optional>
#include <string_view>

#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::optional<ColumnType> type_of(std::string_view format) {
  for (std::size_t i = 0; i < type_facts.size(); ++i) {
    if (type_facts[i].format == format) return static_cast<ColumnType>(i);
  }
  return std::nullopt;
}

/// "38,0,128" to its three numbers; 128 bits where there are two.
bool read_decimal(std::string_view text, Reception& reception) {
  int numbers[3] = {0, 0, 128};
  std::size_t count = 0;
  for (const char* at = text.data(); count < 3; ++at) {
    const auto [end, error] = std::from_chars(at, text.data() + text.size(), numbers[count]);
    if (error != std::errc{}) return false;
    ++count;
    at = end;
    if (at == text.data() + text.size()) break;
    if (*at != ',' || count == 3) return false;
  }
  const auto [precision, scale, bits] = numbers;
  const bool is_width = bits == 32 || bits == 64 || bits == 128 || bits == 256;
  if (count < 2 || precision < 1 || precision > 76 || scale < 0 || scale > precision || !is_width) {
    return false;
  }
  reception.arrival = Arrival::decimal;
  reception.type = scale == 0 ? ColumnType::int64 : ColumnType::float64;
  reception.scale = scale;
  reception.width = static_cast<std::size_t>(bits) / 8;
  return true;
}

/// Codes of whole numbers and texts that they stand for.
void read_dictionary(const ArrowSchema& schema, Reception& reception, Bilingual& problem) {
  const auto index = type_of(schema.format);
  const bool is_index = index && *index >= ColumnType::int8 && *index <= ColumnType::uint64;
  Bilingual wrong;
  const bool is_nested = schema.dictionary->dictionary != nullptr;
  Reception labels = is_nested ? Reception{} : reception_of(*schema.dictionary, wrong);
  const bool is_text_like = wrong.vi.empty() && !is_nested && is_text(labels.type);
  if (!is_index || !is_text_like) {
    problem =
        say("từ điển có giá trị không phải là chữ", "a dictionary of other values than texts");
    return;
  }
  reception.arrival = Arrival::dictionary;
  reception.type = ColumnType::category;
  reception.index = *index;
  labels.name = reception.name;  // problems name the column
  reception.labels = std::make_shared<const Reception>(std::move(labels));
}

}  // namespace

Reception reception_of(const ArrowSchema& schema, Bilingual& problem) {
  Reception reception;
  reception.name = schema.name != nullptr ? schema.name : "";
  if (find_invalid_utf8(reception.name)) {
    problem = say("tên không phải UTF-8", "a name that is no UTF-8");
    return reception;
  }
  if (schema.format == nullptr) {
    problem = say("không nêu kiểu", "no type");
    return reception;
  }
  const std::string_view format = schema.format;
  if (schema.dictionary != nullptr) {
    read_dictionary(schema, reception, problem);
  } else if (const auto type = type_of(format)) {
    reception.type = *type;
  } else if (format == "vu") {
    reception.type = ColumnType::text;
    reception.arrival = Arrival::text_view;
  } else if (format == "n") {
    reception.type = ColumnType::text;
    reception.arrival = Arrival::nothing;
  } else if (format == "tdm") {
    reception.type = ColumnType::date;
    reception.arrival = Arrival::days64;
  } else if (format.starts_with("d:") && read_decimal(format.substr(2), reception)) {
    return reception;
  } else if (format.starts_with("ts") && format.size() > 4) {
    problem = say("thời điểm theo múi giờ {}; hãy đổi sang giờ địa phương không kèm múi giờ trước",
                  "moments of the time zone {}; turn them into local time without a zone first",
                  format.substr(4));
  } else {
    problem = say("kiểu Arrow \"{}\"", "the Arrow type \"{}\"", format);
  }
  return reception;
}

}  // namespace sauro::inline v0_1::detail
