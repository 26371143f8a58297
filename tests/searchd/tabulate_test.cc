// Tabulate over the wire.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::ElementsAre;

class TabulateTest : public ServerTest {};

TEST_F(TabulateTest, TabulateCountsEveryCell) {
  Serve(6, 20);
  v1::TabulateRequest request;
  request.set_query("bostad");
  request.set_rows("committee");
  request.set_columns("kind");
  request.mutable_filters()->add_years("2020..2023");
  grpc::ClientContext context;
  v1::TabulateResponse table;
  ASSERT_TRUE(stub_->Tabulate(&context, request, &table).ok());
  EXPECT_EQ(80, table.total_size());
  ASSERT_EQ(3, table.rows_size());
  EXPECT_EQ("committee-0", table.rows(0).value());
  EXPECT_EQ("Nämnd 0", table.rows(0).label());
  EXPECT_EQ(40, table.rows(0).count());
  ASSERT_EQ(2, table.columns_size());
  EXPECT_THAT(table.cells(), ElementsAre(20, 20, 10, 10, 10, 10));
}

TEST_F(TabulateTest, BadTablesAreRefusedFieldByField) {
  Serve(1, 1);
  v1::TabulateRequest request;
  request.set_rows("colour");
  request.mutable_filters()->add_years("2025..2023");
  grpc::ClientContext context;
  v1::TabulateResponse table;
  const grpc::Status status = stub_->Tabulate(&context, request, &table);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_THAT(ViolatedFields(status), testing::UnorderedElementsAre("rows", "columns", "filters.years[0]"));
  request.set_rows("plan");
  request.set_columns("plan");
  request.clear_filters();
  grpc::ClientContext again;
  EXPECT_THAT(ViolatedFields(stub_->Tabulate(&again, request, &table)), ElementsAre("columns"));
}

}  // namespace
}  // namespace plansok::searchd
