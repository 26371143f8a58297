#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "client/run.h"

namespace {

std::optional<std::string> Variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): no thread has been started
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

// Of the terminal; else of COLUMNS, so that a pipe can be given a width; else the usual.
int ColumnsOf(int descriptor) {
  winsize size = {};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const int columns = std::atoi(Variable("COLUMNS").value_or("").c_str());
  return columns > 0 ? columns : plansok::client::Terminal{}.columns;
}

int RowsOf(int descriptor) {
  winsize size = {};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

// Where the caller has closed one of the three, the next file or socket opened would take its number, and the
// answer be written into it. For reading only: writing then fails, and says so.
void HoldStandardDescriptors() {
  int opened = open("/dev/null", O_RDONLY);
  while (opened >= 0 && opened <= STDERR_FILENO) opened = open("/dev/null", O_RDONLY);
  if (opened > STDERR_FILENO) close(opened);
}

}  // namespace

int main(int argc, char** argv) {
  HoldStandardDescriptors();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is met where writing fails
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow (ulimit -f)
  plansok::client::Environment environment;
  environment.variables = {.server = Variable("PLANSOK_SERVER"),
                           .no_color = Variable("NO_COLOR"),
                           .pager = Variable("PAGER"),
                           .config_home = Variable("XDG_CONFIG_HOME"),
                           .home = Variable("HOME")};
  // What gRPC logs of an address or a connection, the message says once; who wants it all can ask for it.
  setenv("GRPC_VERBOSITY", "NONE", /*overwrite=*/0);  // NOLINT(concurrency-mt-unsafe): no thread yet
  environment.terminal.columns = ColumnsOf(STDOUT_FILENO);
  environment.terminal.screen = isatty(STDOUT_FILENO) != 0;
  environment.rows = RowsOf(STDOUT_FILENO);
  environment.takes_styles = isatty(STDOUT_FILENO) != 0 && Variable("TERM") != "dumb";
  return static_cast<int>(plansok::client::Run({argv + 1, argv + argc}, environment));
}
