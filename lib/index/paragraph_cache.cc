#include "index/paragraph_cache.h"

#include <string>
#include <vector>

#include "index/memory_of.h"

namespace plansok::index {
namespace {

std::size_t HangingOn(const plan::Named& named) { return HeapBytesOf(named.id) + HeapBytesOf(named.label); }

std::size_t HangingOn(const plan::Body& body) { return HeapBytesOf(body.id) + HeapBytesOf(body.label); }

/// What hangs on a vector, beside the vector itself.
template <typename Value>
std::size_t HangingOn(const std::vector<Value>& values) {
  std::size_t bytes = HeapBytes(values.capacity() * sizeof(Value));
  for (const Value& value : values) bytes += HangingOn(value);
  return bytes;
}

std::size_t HangingOn(const plan::Paragraph& paragraph) {
  std::size_t bytes = HeapBytesOf(paragraph.id) + HeapBytesOf(paragraph.text) +
                      HeapBytesOf(paragraph.repaired_text) + HeapBytesOf(paragraph.years) +
                      MemoryOf(paragraph.section_path) + HeapBytesOf(paragraph.counterpart_id) +
                      HeapBytesOf(paragraph.lead_in) + HeapBytesOf(paragraph.repaired_lead_in) +
                      HangingOn(paragraph.committees) + HangingOn(paragraph.bodies);
  if (paragraph.goal) {
    bytes += HeapBytesOf(paragraph.goal->id) + HeapBytesOf(paragraph.goal->label) +
             HeapBytesOf(paragraph.goal->family);
  }
  if (paragraph.area) bytes += HangingOn(*paragraph.area);
  return bytes;
}

}  // namespace

std::size_t MemoryOf(const ReadParagraph& read) {
  const ParagraphWords& words = read.words;
  return HeapBytes(sizeof read + kControlBlock) + HeapBytesOf(read.plan_id) + HangingOn(read.paragraph) +
         HeapBytes(words.printed.capacity() * sizeof(text::Word)) +
         HeapBytes(words.repaired.capacity() * sizeof(text::Word)) + HeapBytesOf(words.place);
}

}  // namespace plansok::index
