/// Labels that must be told from each other when they are cut.
#ifndef PLANSOK_CLIENT_DISTINCT_LABELS_H_
#define PLANSOK_CLIENT_DISTINCT_LABELS_H_

#include <string>
#include <vector>

#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// Each of the printable `texts` cut to `width` columns. Where ends that are cut off would leave two
/// different texts alike, they are cut in the middle, or before the place where they part.
std::vector<std::string> DistinctCuts(const std::vector<std::string>& texts, int width);

/// The labels of a facet's values, printable; with the id where several have the same.
std::vector<std::string> LabelsOf(const google::protobuf::RepeatedPtrField<v1::FacetValue>& values);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_DISTINCT_LABELS_H_
