/// HTML's names for characters.
#ifndef PLANSOK_PLAN_ENTITIES_H_
#define PLANSOK_PLAN_ENTITIES_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace plansok::plan {

/// What the entity that `text` begins with stands for ("&aring;", "&#229;", "&#xE5;", "&amp;"), in UTF-8.
struct Entity {
  std::string character;
  std::size_t size = 0;  ///< its bytes in `text`; 0: there is none, or one that is not known
};
Entity ReadEntity(std::string_view text);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_ENTITIES_H_
