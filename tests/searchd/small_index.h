/// Small indexes of made-up plans with known contents, published as the indexer does.
#ifndef PLANSOK_TESTS_SEARCHD_SMALL_INDEX_H_
#define PLANSOK_TESTS_SEARCHD_SMALL_INDEX_H_

#include <filesystem>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace plansok::searchd {

/// `plans` plans of `paragraphs` paragraphs each: plan i is of committee-(i mod 3) and year 2020 + i; its
/// paragraph j says "bostad" and its number, and where j is odd "hemlöshet", too, and is an assignment.
std::vector<plan::Plan> MadeUpPlans(int plans, int paragraphs);

/// Publishes `plans` as the next generation of `index_dir`; fails the test when it cannot.
void Publish(const std::filesystem::path& index_dir, const std::vector<plan::Plan>& plans);

/// An empty folder of the running test's own.
std::filesystem::path FreshFolder();

}  // namespace plansok::searchd

#endif  // PLANSOK_TESTS_SEARCHD_SMALL_INDEX_H_
