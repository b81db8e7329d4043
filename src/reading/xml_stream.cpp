#include "reading/xml_stream.hpp"

#include <expat.h>

#include <cstddef>
#include <exception>
#include <memory>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string_view local_name(std::string_view name) noexcept {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// One run of expat over a part. What a visitor throws waits until expat has returned: C code
/// isn't unwound.
class XmlRun {
 public:
  XmlRun(std::string part, XmlVisitor& visitor, const ReadLimits& limits)
      : part_(std::move(part)),
        visitor_(visitor),
        limits_(limits),
        parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &begin, &end);
    XML_SetCharacterDataHandler(parser_.get(), &text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &doctype);
  }

  void feed(std::string_view piece, bool last) {
    fed_ += piece.size();
    const XML_Status status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status == XML_STATUS_ERROR) {
      refuse_malformed(place(), XML_ErrorString(XML_GetErrorCode(parser_.get())));
    }
    const auto waiting = fed_ - static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get()));
    if (!last && waiting > limits_.cell_bytes + piece.size()) {  // it is read again with each piece
      throw ParseError(
          ErrorCode::cell_too_large, place(),
          say("một thẻ hoặc chú thích dài hơn {} byte (limits.cell_bytes)",
              "a tag or comment longer than {} bytes (limits.cell_bytes)", limits_.cell_bytes));
    }
  }

 private:
  [[nodiscard]] std::string place() const {
    return part_ + ", byte " + std::to_string(XML_GetCurrentByteIndex(parser_.get()));
  }

  template <class Call>
  static void run(void* self, Call call) {
    auto& one = *static_cast<XmlRun*>(self);
    if (one.thrown_) return;
    try {
      call(one);
    } catch (...) {
      one.thrown_ = std::current_exception();
      XML_StopParser(one.parser_.get(), XML_FALSE);
    }
  }

  static void begin(void* self, const char* name, const char** attributes) {
    run(self, [&](XmlRun& one) {
      if (++one.depth_ > one.limits_.depth) refuse_depth(one.place(), one.limits_.depth);
      one.visitor_.begin(local_name(name), XmlAttributes(attributes));
    });
  }

  static void end(void* self, const char* name) {
    run(self, [&](XmlRun& one) {
      --one.depth_;
      one.visitor_.end(local_name(name));
    });
  }

  static void text(void* self, const char* piece, int size) {
    run(self, [&](XmlRun& one) { one.visitor_.text({piece, static_cast<std::size_t>(size)}); });
  }

  static void doctype(void* self, const char*, const char*, const char*, int) {
    run(self, [](XmlRun& one) { refuse_doctype(one.part_); });
  }

  std::string part_;
  XmlVisitor& visitor_;
  const ReadLimits& limits_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  std::exception_ptr thrown_;
  std::size_t depth_ = 0;
  std::size_t fed_ = 0;
};

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const noexcept {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

bool XmlAttributes::is_set(std::string_view name) const noexcept {
  const std::string_view value = (*this)[name];
  return value == "1" || value == "true";
}

bool visit_xml(OfficeArchive& archive, const std::string& part, XmlVisitor& visitor,
               const ReadLimits& limits) {
  XmlRun run(part, visitor, limits);
  if (!archive.read(part, [&](std::string_view piece) { run.feed(piece, false); })) return false;
  run.feed({}, true);
  return true;
}

}  // namespace sauro::inline v0_1::detail
