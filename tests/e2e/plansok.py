"""Runs Plansök's three programs for the end-to-end tests. Standard library only."""
import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

# Only a hung program reaches it.
PATIENCE = 300


class Programs:
    """Paths of what is tested; set by main()."""
    indexer = searchd = client = source = pathlib.Path()

    @classmethod
    def corpus(cls):
        return cls.source / "corpus"


def run(*command, **options):
    """A finished process with its output as text. No locale of the caller's reaches it."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    environment.pop("PLANSOK_SERVER", None)
    return subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", timeout=PATIENCE,
                          env=environment, check=False, **options)


def build_index(corpus, index):
    return run(Programs.indexer, "build", "--corpus", corpus, "--index", index)


class Server:
    """plansok-searchd on a free port, from its ready line until it is told to stop."""

    def __init__(self, index, *flags):
        self.log = tempfile.TemporaryFile(mode="w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [str(Programs.searchd), "--index", str(index), "--listen", "127.0.0.1:0", *flags],
            stdout=subprocess.PIPE, stderr=self.log, encoding="utf-8")
        ready = self.process.stdout.readline()
        if not ready.startswith("listening on "):
            self.process.wait(PATIENCE)
            raise RuntimeError(f"the server did not start: {ready!r} {self.log_text()!r}")
        self.address = ready.removeprefix("listening on ").strip()

    def log_text(self):
        self.log.seek(0)
        return self.log.read()

    def client(self, *arguments):
        return run(Programs.client, "--server", self.address, *arguments)

    def json(self, *arguments):
        done = self.client(*arguments, "--json")
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)

    def export(self, *arguments):
        done = self.client("export", *arguments, "--jsonl")
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self):
        """Tells it to end; its exit code."""
        if self.process.poll() is None:
            self.signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        self.process.stdout.close()
        return code

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()


class Load:
    """Callers that search one after another, each in a thread, until they are stopped."""

    def __init__(self, server, callers=3):
        self.server = server
        self.outcomes = []
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self._search) for _ in range(callers)]
        for thread in self.threads:
            thread.start()

    def _search(self):
        while not self.stopping.is_set():
            done = self.server.client("search", "hemlöshet", "--facet", "committee")
            self.outcomes.append((done.returncode, done.stderr))

    def stop(self):
        """(exit code, standard error) of every search."""
        self.stopping.set()
        for thread in self.threads:
            thread.join()
        return self.outcomes


class Case(unittest.TestCase):
    """A test with a folder of its own."""
    maxDiff = None
    built = {}

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plansok-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def serve(self, index, *flags):
        server = Server(index, *flags)
        self.addCleanup(server.close)
        return server

    def copy_built(self, pattern):
        """A corpus of those of the five plans that match, and its index: built once in a test program, then copied."""
        if pattern not in Case.built:
            Case.built[pattern] = self.build_once(pattern)
        for part in ("corpus", "index"):
            shutil.copytree(Case.built[pattern] / part, self.folder / part, symlinks=True)
        return self.folder / "corpus", self.folder / "index"

    @staticmethod
    def build_once(pattern):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="plansok-e2e-"))
        unittest.addModuleCleanup(shutil.rmtree, folder, ignore_errors=True)
        (folder / "corpus").mkdir()
        for file in Programs.corpus().glob(pattern):
            shutil.copy2(file, folder / "corpus")
        done = build_index(folder / "corpus", folder / "index")
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return folder

    def assert_one_line(self, text, *parts):
        """One clear line: exactly one, and it names what it is about."""
        self.assertEqual(1, len(text.strip().splitlines()), text)
        for part in parts:
            self.assertIn(str(part), text)


class Served(Case):
    """Tests that share one server over the five plans, and leave it as it was."""

    @classmethod
    def setUpClass(cls):
        cls.index = pathlib.Path(tempfile.mkdtemp(prefix="plansok-e2e-"))
        cls.addClassCleanup(shutil.rmtree, cls.index, ignore_errors=True)
        built = build_index(Programs.corpus(), cls.index)
        if built.returncode != 0:
            raise RuntimeError(built.stderr)
        cls.server = Server(cls.index)
        cls.addClassCleanup(cls.server.close)


def main():
    parser = argparse.ArgumentParser()
    for name in ("indexer", "searchd", "client", "source"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    options, rest = parser.parse_known_args()
    for name, value in vars(options).items():
        setattr(Programs, name, value)
    unittest.main(argv=[sys.argv[0], *rest])
