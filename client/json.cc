#include "client/json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "google/protobuf/descriptor.h"
#include "google/protobuf/util/json_util.h"

namespace plansok::client {
namespace {

using Json = nlohmann::ordered_json;
using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

// Fields whose zero says something.
constexpr std::array<std::string_view, 10> kShownWhenZero = {
    "total_size", "count", "start",   "paragraph_count", "kept",
    "reworded",   "added", "removed", "without_row",     "without_column"};

bool IsShownWhenZero(const FieldDescriptor& field) {
  return !field.is_repeated() &&
         std::find(kShownWhenZero.begin(), kShownWhenZero.end(), field.name()) != kShownWhenZero.end();
}

// `object`, a message of type `type`, with the zeros in, fields in the contract's order.
Json WithZeros(Json object, const Descriptor& type);

Json WithZerosInside(Json value, const FieldDescriptor& field) {
  const bool is_ours =
      field.type() == FieldDescriptor::TYPE_MESSAGE &&
      field.message_type()->file()->package() == "plansok.v1";  // others have JSON forms of their own
  if (!is_ours) return value;
  if (!field.is_repeated()) return WithZeros(std::move(value), *field.message_type());
  for (Json& element : value) element = WithZeros(std::move(element), *field.message_type());
  return value;
}

Json WithZeros(Json object, const Descriptor& type) {
  Json complete = Json::object();
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    const auto found = object.find(field.json_name());
    if (found != object.end()) {
      complete[field.json_name()] = WithZerosInside(std::move(*found), field);
    } else if (IsShownWhenZero(field)) {
      complete[field.json_name()] = 0;
    }
  }
  return complete;
}

// DEL and the C1 controls (U+0080 to U+009F), which JSON allows and terminals obey.
std::string EscapeControls(const std::string& json) {
  std::string escaped;
  escaped.reserve(json.size());
  const auto hex = [](unsigned char low) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    return std::string("\\u00") + kDigits[low >> 4U] + kDigits[low & 0xFU];
  };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto byte = static_cast<unsigned char>(json[i]);
    const auto next = static_cast<unsigned char>(i + 1 < json.size() ? json[i + 1] : '\0');
    if (byte == 0x7F) {
      escaped += hex(byte);
    } else if (byte == 0xC2 && next >= 0x80 && next <= 0x9F) {
      escaped += hex(next);
      ++i;
    } else {
      escaped += json[i];
    }
  }
  return escaped;
}

}  // namespace

std::string ToJson(const google::protobuf::Message& message) {
  std::string json;
  const auto status = google::protobuf::util::MessageToJsonString(message, &json);
  if (!status.ok()) return "{}";  // a Timestamp beyond the year 9999: nothing else of the contract can fail
  const Json object = WithZeros(Json::parse(json), *message.GetDescriptor());
  return EscapeControls(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace plansok::client
