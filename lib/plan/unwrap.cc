#include "plan/unwrap.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "plan/characters.h"
#include "plan/line_joiner.h"
#include "plan/numbering.h"
#include "plan/text_line.h"

namespace plansok::plan {
namespace {

Block BeginBlock(const TextLine& line) {
  Block block;
  block.marker = line.mark.marker;
  block.depth = line.mark.depth;
  // Bullets, numbers and #s are the same bytes in both readings: repair changes letters only.
  const std::size_t size = std::min(line.mark.size, line.line->text.size());
  if (block.marker == Marker::kNumber) block.number = Trim(line.line->text.substr(0, size));
  block.text = line.line->text.substr(size);
  block.clean = line.line->clean.substr(std::min(line.mark.size, line.line->clean.size()));
  block.lines = {line.line->number};
  block.page = line.line->page;
  block.indent = line.line->indent;
  block.gap_before = line.gap;
  return block;
}

void Append(Block& block, const TextLine& line) {
  const bool bullet = line.mark.marker == Marker::kBullet;
  const std::size_t size = bullet ? line.mark.size : 0;
  AppendLine(block.text, block.clean, std::string_view(line.line->text).substr(size),
             std::string_view(line.line->clean).substr(size));
  block.lines.push_back(line.line->number);
}

/// A bullet in front of a section number, or a number in front of nothing but emphasis, is the converter's.
void Settle(Block& block) {
  if (block.marker == Marker::kBullet || block.marker == Marker::kMarkdown) {
    const Numbered numbered = ParseNumber(block.clean);
    if (numbered.levels > 1 || (block.marker == Marker::kMarkdown && numbered.levels > 0)) {
      const std::size_t size = block.clean.size() - numbered.rest.size();
      block.number = Trim(block.text.substr(0, size));
      if (block.marker == Marker::kBullet) {
        block.marker = Marker::kNumber;
        block.depth = numbered.levels;
      }
      block.text.erase(0, size);
      block.clean.erase(0, size);
    }
  }
  if (const std::size_t size = EmphasisSize(block.clean); size > 0 && EmphasisSize(block.text) == size) {
    block.emphasized = true;
    block.text = block.text.substr(size, block.text.size() - 2 * size);
    block.clean = block.clean.substr(size, block.clean.size() - 2 * size);
  }
}

}  // namespace

std::vector<Block> Unwrap(const std::vector<Line>& lines) {
  const std::vector<TextLine> text_lines = TextLines(lines);
  const LineJoiner joiner(text_lines);
  std::vector<Block> blocks;
  std::optional<std::size_t> open;  // the block that a line may go on, a footnote set aside
  std::size_t open_end = 0;         // its last line
  std::optional<std::size_t> note;  // the footnote that was set aside
  std::size_t note_end = 0;
  for (std::size_t i = 0; i < text_lines.size(); ++i) {
    if (note && text_lines[i].gap == 0 && joiner.GoesOn(note_end, i, Marker::kFootnote, false)) {
      Append(blocks[*note], text_lines[i]);
      note_end = i;
      continue;
    }
    if (open && joiner.GoesOn(open_end, i, blocks[*open].marker, note.has_value())) {
      Append(blocks[*open], text_lines[i]);
      open_end = i;
      note.reset();
      continue;
    }
    blocks.push_back(BeginBlock(text_lines[i]));
    if (text_lines[i].mark.marker == Marker::kFootnote) {
      note = blocks.size() - 1;
      note_end = i;
    } else {
      open = blocks.size() - 1;
      open_end = i;
      note.reset();
    }
  }
  for (Block& block : blocks) Settle(block);
  return blocks;
}

}  // namespace plansok::plan
