#pragma once

#include <cstddef>
#include <vector>

#include <sauro/table/arrow.hpp>

/// A producer that sends what the test says, sound or not, and counts what was released.
struct Producer {
  std::vector<ArrowArray> batches;  ///< each a column, or a struct of columns
  ArrowSchema schema{};
  ArrowArrayStream stream{};
  std::size_t sent = 0;
  int released = 0;

  Producer() {
    schema.format = "l";
    schema.name = "so";
    stream.private_data = this;
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
      *out = static_cast<Producer*>(self->private_data)->schema;
      out->release = [](ArrowSchema* one) { one->release = nullptr; };
      return 0;
    };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
      auto* producer = static_cast<Producer*>(self->private_data);
      *out = ArrowArray{};
      if (producer->sent == producer->batches.size()) return 0;
      *out = producer->batches[producer->sent++];
      out->private_data = producer;
      out->release = [](ArrowArray* one) {
        ++static_cast<Producer*>(one->private_data)->released;
        one->release = nullptr;
      };
      return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream.release = [](ArrowArrayStream* self) { self->release = nullptr; };
  }
  Producer(const Producer&) = delete;
  Producer& operator=(const Producer&) = delete;

  sauro::Table read() { return sauro::import_stream(&stream); }
};
