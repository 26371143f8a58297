#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "client/run.h"

namespace {

std::string Variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): no thread has been started
  return value == nullptr ? "" : value;
}

plansok::client::Terminal StandardOutput() {
  plansok::client::Terminal terminal;
  if (isatty(STDOUT_FILENO) == 0) return terminal;
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) terminal.columns = size.ws_col;
  terminal.styled = Variable("NO_COLOR").empty() && Variable("TERM") != "dumb";  // https://no-color.org
  return terminal;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is met where writing fails
  plansok::client::Environment environment;
  environment.server = Variable("PLANSOK_SERVER");
  environment.terminal = StandardOutput();
  return static_cast<int>(plansok::client::Run({argv + 1, argv + argc}, environment));
}
