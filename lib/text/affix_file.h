/// Hunspell's affix file, line by line: which suffixes there are, and what its flags are called. Source:
/// hunspell(5). Private to this room.
#ifndef PLANSOK_TEXT_AFFIX_FILE_H_
#define PLANSOK_TEXT_AFFIX_FILE_H_

#include <map>
#include <string_view>
#include <vector>

namespace plansok::text {

/// "SFX D a an/W [^e]a": words with the flag D that end as `condition` says lose `strip` and get `add`. A 0
/// in the file is nothing here.
struct SuffixLine {
  unsigned char flag = 0;
  std::string_view strip;
  std::string_view add;
  std::string_view flags;  ///< of the form that it makes
  std::string_view condition;
};

/// Flags are single bytes, as in every dictionary without a FLAG line.
struct AffixFile {
  std::string_view encoding;  ///< of the file and its dictionary; "" where the file does not say
  std::vector<SuffixLine> suffixes;
  std::map<std::string_view, char> options;  ///< one flag each: "COMPOUNDBEGIN" -> 'X'
};

/// Views into `text`. What is neither a suffix nor an option is passed over.
AffixFile ParseAffixFile(std::string_view text);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_AFFIX_FILE_H_
