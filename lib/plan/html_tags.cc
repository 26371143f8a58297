#include "plan/html_tags.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "plan/characters.h"

namespace plansok::plan {
namespace {

constexpr std::array<std::string_view, 37> kParting = {
    "address", "article", "aside",    "blockquote", "body",   "br",     "caption", "center", "dd", "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure", "footer", "form",    "h1",     "h2", "h3",
    "h4",      "h5",      "h6",       "header",     "hr",     "html",   "li",      "main",   "ol", "p",
    "pre",     "section", "table",    "td",         "th",     "tr",     "ul"};
constexpr std::array<std::string_view, 8> kNoText = {"head",  "nav",      "noscript", "script",
                                                     "style", "template", "svg",      "select"};

char Lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
bool IsNameCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

template <std::size_t N>
bool IsAmong(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

int HtmlTag::Number(std::string_view attribute, int otherwise) const {
  constexpr int kMost = static_cast<int>(kMostSpanned);
  const std::size_t found = inside.find(attribute);
  if (found == std::string_view::npos) return otherwise;
  std::size_t at = found + attribute.size();
  while (at < inside.size() &&
         (inside[at] == '=' || inside[at] == '"' || inside[at] == '\'' || inside[at] == ' '))
    ++at;
  int number = 0;
  while (at < inside.size() && IsDigit(inside[at]) && number < kMost)
    number = number * 10 + (inside[at++] - '0');
  return number > 0 ? std::min(number, kMost) : otherwise;
}

HtmlTag ReadHtmlTag(std::string_view text) {
  constexpr std::size_t kLongestTag = 1000;
  constexpr std::size_t kLongestComment = 5000;
  constexpr std::string_view kComment = "<!--";
  HtmlTag tag;
  if (text.size() < 3 || text.front() != '<') return tag;
  if (text.substr(0, kComment.size()) == kComment) {
    const std::size_t end = text.substr(0, kLongestComment).find("-->", kComment.size());
    if (end == std::string_view::npos) return tag;
    return {"!", false, end + 3, {}};
  }
  const std::size_t end = text.substr(0, kLongestTag).find('>');
  if (end == std::string_view::npos) return tag;
  std::size_t at = 1;
  tag.closes = text[at] == '/';
  if (tag.closes) ++at;
  if (text[at] == '!' || text[at] == '?') tag.name = "!";
  while (tag.name != "!" && at < end && IsNameCharacter(text[at])) tag.name += Lower(text[at++]);
  const bool is_tag = tag.name == "!" ||
                      (!tag.name.empty() && std::isalpha(static_cast<unsigned char>(tag.name.front())) != 0 &&
                       std::string_view(" \t\n/>:").find(text[at]) != std::string_view::npos);
  if (!is_tag) return {};
  tag.size = end + 1;
  tag.inside = text.substr(1, end - 1);
  return tag;
}

bool PartsParagraphs(std::string_view name) { return IsAmong(name, kParting); }

bool IsNoText(std::string_view name) { return IsAmong(name, kNoText); }

}  // namespace plansok::plan
