#include "index/paragraph_cache.h"

#include <string>
#include <vector>

#include "index/memory_of.h"

namespace plansok::index {
namespace {

std::size_t MemoryOf(const plan::Named& named) {
  return sizeof named + named.id.capacity() + named.label.capacity();
}

std::size_t MemoryOf(const plan::Paragraph& paragraph) {
  std::size_t bytes = sizeof paragraph + paragraph.id.capacity() + paragraph.text.capacity() +
                      paragraph.repaired_text.capacity() + paragraph.years.capacity() * sizeof(int) +
                      index::MemoryOf(paragraph.section_path) + paragraph.counterpart_id.capacity();
  for (const plan::Named& committee : paragraph.committees) bytes += MemoryOf(committee);
  for (const plan::Body& body : paragraph.bodies) {
    bytes += sizeof body + body.id.capacity() + body.label.capacity();
  }
  if (paragraph.goal) {
    bytes +=
        paragraph.goal->id.capacity() + paragraph.goal->label.capacity() + paragraph.goal->family.capacity();
  }
  if (paragraph.area) bytes += paragraph.area->id.capacity() + paragraph.area->label.capacity();
  return bytes;
}

}  // namespace

std::size_t MemoryOf(const ReadParagraph& read) {
  const ParagraphWords& words = read.words;
  return sizeof read + read.plan_id.capacity() + MemoryOf(read.paragraph) +
         (words.printed.capacity() + words.repaired.capacity()) * sizeof(text::Word) +
         words.place.capacity() * sizeof(std::size_t);
}

}  // namespace plansok::index
