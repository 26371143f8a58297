"""Running it: new generations, crashes and shutdown, while people search."""
import os
import signal
import subprocess
import time
import unittest

import plansok


class Operation(plansok.Case):
    def setUp(self):
        super().setUp()
        self.corpus, self.index = self.copy_built("*.txt")

    def eventually(self, condition):
        give_up = time.monotonic() + plansok.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), give_up, "waited in vain")
            time.sleep(0.1)

    def add_plan(self, number):
        text = f"Plan för Ängsnämnden {2020 + number}\n\nNämnden ska värna smörblommor, omgång {number}.\n"
        (self.corpus / f"angsplan-{number}.txt").write_text(text, encoding="utf-8")

    def test_new_generations_fail_no_search(self):
        server = self.serve(self.index)
        load = plansok.Load(server)
        for number in (1, 2, 3):
            self.add_plan(number)
            self.assertEqual(0, plansok.build_index(self.corpus, self.index).returncode)
            server.signal(signal.SIGHUP)
            self.eventually(lambda: server.json("status")["planCount"] == 5 + number)
        outcomes = load.stop()
        self.assertGreater(len(outcomes), 3)
        self.assertEqual([], [outcome for outcome in outcomes if outcome[0] != 0])
        self.assertEqual(3, server.json("search", "smörblommor")["totalSize"])

    def test_sigterm_lets_running_calls_end(self):
        server = self.serve(self.index)
        everything = len(server.export())
        load = plansok.Load(server)
        export = subprocess.Popen([str(plansok.Programs.client), "--server", server.address, "export", "--jsonl"],
                                  stdout=subprocess.PIPE, encoding="utf-8")
        first = export.stdout.readline()
        server.signal(signal.SIGTERM)
        rest = export.stdout.read().splitlines()
        export.stdout.close()
        self.assertEqual(0, export.wait(plansok.PATIENCE))
        self.assertTrue(first)
        self.assertEqual(everything, 1 + len(rest))
        self.assertEqual(0, server.process.wait(plansok.PATIENCE))
        # What came too late is told so; nothing is told anything else.
        self.assertLessEqual({code for code, _ in load.stop()}, {0, 3})

    def test_a_second_signal_hurries(self):
        server = self.serve(self.index, "--drain-seconds", "3600")
        server.signal(signal.SIGTERM)
        server.signal(signal.SIGINT)
        self.assertEqual(0, server.process.wait(plansok.PATIENCE))

    def test_an_indexer_killed_at_its_work_leaves_the_old_generation_serving(self):
        server = self.serve(self.index)
        generation = server.json("status")["generation"]
        published = os.readlink(self.index / "current")
        # Enough plans that the kill comes in the middle of the work.
        for number in range(100):
            for file in plansok.Programs.corpus().glob("*.txt"):
                (self.corpus / f"kopia-{number}-{file.name}").write_bytes(file.read_bytes())
        indexer = subprocess.Popen(
            [str(plansok.Programs.indexer), "build", "--corpus", str(self.corpus), "--index", str(self.index)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.eventually(lambda: len(list((self.index / "generations").iterdir())) > 1)
        indexer.send_signal(signal.SIGKILL)
        self.assertEqual(-signal.SIGKILL, indexer.wait(), "the build ended before it could be killed")
        self.assertEqual(published, os.readlink(self.index / "current"))
        self.assertEqual(generation, server.json("status")["generation"])
        self.assertEqual(0, server.client("search", "hemlöshet").returncode)
        again = self.serve(self.index)
        self.assertEqual(generation, again.json("status")["generation"])
        # The next build clears the remains away and publishes.
        for copy in self.corpus.glob("kopia-*"):
            copy.unlink()
        self.add_plan(1)
        self.assertEqual(0, plansok.build_index(self.corpus, self.index).returncode)
        server.signal(signal.SIGHUP)
        self.eventually(lambda: server.json("status")["planCount"] == 6)


if __name__ == "__main__":
    plansok.main()
