#pragma once

#include <string_view>

#include "sauro/plan/document.hpp"
#include "reading/source.hpp"

/// What a database of documents writes about one: "Số ký hiệu: 78/KH-UBND", "Ngày ban hành | ...".
namespace sauro::inline v0_1::detail {

/// Whether `text` is the name of an attribute of a document, perhaps with a colon.
[[nodiscard]] bool is_attribute(std::string_view text);

/// The bytes of the name of an attribute with which `text` begins, where what it asks for stands
/// right behind it: "Ngày ban hành 15/01/2026"; 0 for none.
[[nodiscard]] std::size_t attribute_size(std::string_view text);

/// Where the name of the next attribute begins behind the colon of one: "Người ký: Trần Thị Bình
/// Loại văn bản: ..."; npos for none.
[[nodiscard]] std::size_t next_attribute(std::string_view text, std::size_t colon);

/// Whether `table` holds names of attributes and what they say, in pairs of cells.
[[nodiscard]] bool is_attributes(const Block& table);

/// Fills the field that the attribute `name` is about, where it is empty.
void take_attribute(Document& document, std::string_view name, std::string_view value);

/// Fills the fields that the pairs of an attribute table are about.
void take_attributes(Document& document, const Block& table);

/// The heading by which a database lists a document: "Kế hoạch 78/KH-UBND năm 2026 về cải cách hành
/// chính do Ủy ban nhân dân xã X ban hành". Its fields are empty where `text` is none.
[[nodiscard]] Document listed_document(std::string_view text);

}  // namespace sauro::inline v0_1::detail
