#include "plan/source_text.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>
#include <utility>

#include "text/normalize.h"

namespace plansok::plan {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

absl::Status Refuse(const std::string& name, std::string_view why) {
  return absl::InvalidArgumentError(fmt::format("{}: {}", name, why));
}

/// Formats that people drop into a corpus folder by mistake, by their first bytes.
std::optional<std::string_view> KnownBinary(std::string_view bytes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSignatures = {
      {{"%PDF-", "a PDF file; extract its text first"},
       {"PK\x03\x04", "a Word, OpenDocument or zip file; save it as plain text first"},
       {"\xD0\xCF\x11\xE0", "an old Word file; save it as plain text first"},
       {"\x1F\x8B", "a gzip file"},
       {"{\\rtf", "an RTF file; save it as plain text first"}}};
  for (const auto& [signature, what] : kSignatures) {
    if (bytes.substr(0, signature.size()) == signature) return what;
  }
  return std::nullopt;
}

/// The UTF-16 byte order of `bytes`: by its mark, or, without one, by where the zero bytes of Latin letters
/// stand.
const char* Utf16Encoding(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return nullptr;
  if (bytes.substr(0, 2) == "\xFF\xFE") return "UTF-16LE";
  if (bytes.substr(0, 2) == "\xFE\xFF") return "UTF-16BE";
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros.at(i % 2) += head[i] == '\0' ? 1 : 0;
  const std::size_t most = head.size() / 2 * 7 / 10;
  if (zeros[1] > most && zeros[0] == 0) return "UTF-16LE";
  if (zeros[0] > most && zeros[1] == 0) return "UTF-16BE";
  return nullptr;
}

std::optional<std::string> Convert(std::string_view bytes, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &error),
                                                                     &ucnv_close);
  if (U_FAILURE(error) != 0) return std::nullopt;
  const icu::UnicodeString decoded(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), error);
  if (U_FAILURE(error) != 0) return std::nullopt;
  std::string utf8;
  decoded.toUTF8String(utf8);
  if (utf8.compare(0, kUtf8Mark.size(), kUtf8Mark) == 0) utf8.erase(0, kUtf8Mark.size());
  return utf8;
}

bool HasControlCharacters(std::string_view text) {
  // A stray control character survives in some extractions; more than one in a thousand is no text.
  const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && std::isspace(byte) == 0) || byte == 0x7F;
  });
  return controls > 0 && static_cast<std::size_t>(controls) * 1000 > text.size();
}

/// Lengths of the well-formed multi-byte sequences and of the stray bytes beside them, counted.
struct Utf8Census {
  std::size_t sound = 0;
  std::size_t stray = 0;
};

Utf8Census TakeCensus(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length > 1 && text::IsValidUtf8(bytes.substr(i, length)) && i + length <= bytes.size()) {
      ++census.sound;
      i += length;
    } else {
      census.stray += length == 1 ? 0 : 1;
      ++i;
    }
  }
  return census;
}

absl::StatusOr<std::string> DecodeBytes(std::string_view bytes, const std::string& name,
                                        std::vector<std::string>& warnings) {
  if (const char* utf16 = Utf16Encoding(bytes); utf16 != nullptr) {
    auto converted = Convert(bytes, utf16);
    if (!converted) return Refuse(name, "cannot be decoded as UTF-16");
    warnings.push_back(fmt::format("{}: read as {}", name, utf16));
    return *std::move(converted);
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return Refuse(name, fmt::format("a binary file (zero byte at offset {})", nul));
  }
  if (HasControlCharacters(bytes)) return Refuse(name, "a binary file (control characters)");
  if (bytes.substr(0, kUtf8Mark.size()) == kUtf8Mark) bytes.remove_prefix(kUtf8Mark.size());
  if (text::IsValidUtf8(bytes)) return std::string(bytes);
  const Utf8Census census = TakeCensus(bytes);
  const bool damaged_utf8 = census.sound > census.stray;
  auto converted = Convert(bytes, damaged_utf8 ? "UTF-8" : "windows-1252");
  if (!converted) return Refuse(name, "neither UTF-8, UTF-16 nor Windows-1252");
  warnings.push_back(damaged_utf8
                         ? fmt::format("{}: {} bytes that are no UTF-8 were replaced", name, census.stray)
                         : fmt::format("{}: read as Windows-1252", name));
  return *std::move(converted);
}

/// Splits at \n, \r\n and \r. A form feed begins a page and is dropped.
absl::Status SplitLines(std::string_view text, const std::string& name, SourceText& source) {
  const bool has_pages = text.find('\f') != std::string_view::npos;
  int page = has_pages ? 1 : 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    if (end - begin > kMaxLineBytes) {
      return Refuse(name,
                    fmt::format("line {} is longer than {} bytes", source.lines.size() + 1, kMaxLineBytes));
    }
    std::string line(text.substr(begin, end - begin));
    page += static_cast<int>(std::count(line.begin(), line.end(), '\f'));
    std::replace(line.begin(), line.end(), '\f', ' ');
    source.lines.push_back(text::ToNfc(line));
    source.pages.push_back(page);
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SourceText> DecodeSource(std::string_view bytes, const std::string& name) {
  if (bytes.empty()) return Refuse(name, "the file is empty");
  if (bytes.size() > kMaxSourceBytes)
    return Refuse(name, fmt::format("larger than {} bytes", kMaxSourceBytes));
  if (const auto what = KnownBinary(bytes)) return Refuse(name, *what);
  SourceText source;
  const auto text = DecodeBytes(bytes, name, source.warnings);
  if (!text.ok()) return text.status();
  if (text->find_first_not_of(" \t\r\n\f\v") == std::string::npos)
    return Refuse(name, "the file has no text");
  if (absl::Status status = SplitLines(*text, name, source); !status.ok()) return status;
  return source;
}

}  // namespace plansok::plan
