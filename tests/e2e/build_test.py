"""Builds that are stopped, run out of room, or cannot say what they did: the last good index stays."""
import itertools
import json
import os
import pathlib
import signal
import subprocess
import unittest

import plansok


def paragraphs():
    """Lines of paragraphs without an end, a plan each."""
    for number in itertools.count():
        yield json.dumps({"plan": f"plans/p-{number}", "text": f"Nämnden ska bygga bro nummer {number}. " * 20}) + "\n"


class Builds(plansok.Case):
    def built(self):
        return self.copy_built("genomforandeplan-2025-*.txt")

    def assert_index_as_it_was(self, index):
        self.assertEqual(["000001"], sorted(entry.name for entry in (index / "generations").iterdir()))
        self.assertEqual({"current", "generations", "lock"}, {entry.name for entry in index.iterdir()})
        self.assertEqual(0, plansok.run(plansok.Programs.indexer, "check", "--index", index).returncode)

    def stop_a_running_build(self, number):
        _, index = self.built()
        with subprocess.Popen([str(plansok.Programs.indexer), "build", "--paragraphs", "-", "--index", str(index)],
                              stdin=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
            stopped = False
            for line in paragraphs():
                if not stopped and (index / "generations" / "000002" / "db").is_dir():
                    process.send_signal(number)
                    stopped = True
                try:
                    process.stdin.write(line)
                    process.stdin.flush()
                except BrokenPipeError:
                    break
            message = process.stderr.read()
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass
            self.assertEqual(3, process.wait(plansok.PATIENCE), message)
        self.assert_one_line(message, "stopped by a signal")
        self.assert_index_as_it_was(index)

    def test_a_terminated_build_leaves_the_last_index_and_no_litter(self):
        self.stop_a_running_build(signal.SIGTERM)

    def test_an_interrupted_build_leaves_the_last_index_and_no_litter(self):
        self.stop_a_running_build(signal.SIGINT)

    def small_disk(self):
        """A file system of little room, with an index on it; only root may make one."""
        disk = self.folder / "disk"
        disk.mkdir()
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], capture_output=True,
                              check=False) if os.geteuid() == 0 else None
        if made is None or made.returncode != 0:
            self.skipTest("a small file system cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(disk)], check=True)
        return disk

    def test_a_full_disk_is_one_message_that_names_the_folder(self):
        corpus, _ = self.built()
        index = self.small_disk() / "index"
        done = plansok.build_index(corpus, index)
        self.assertEqual(0, done.returncode, done.stderr)
        lines = self.folder / "paragraphs.jsonl"
        lines.write_text("".join(itertools.islice(paragraphs(), 40_000)), encoding="utf-8")
        done = plansok.run(plansok.Programs.indexer, "build", "--paragraphs", lines, "--index", index)
        self.assertEqual(3, done.returncode, done.stderr)
        self.assert_one_line(done.stderr, index, "No space left on device")
        self.assert_index_as_it_was(index)

    def test_output_that_cannot_be_written_is_said(self):
        corpus, index = self.built()
        plan = next(pathlib.Path(corpus).glob("*.txt"))
        for command in (["inspect", plan], ["build", "--corpus", corpus, "--index", index], ["repair", plan]):
            with self.subTest(command=command[0]), open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([str(part) for part in (plansok.Programs.indexer, *command)], stdout=full,
                                      stderr=subprocess.PIPE, encoding="utf-8", timeout=plansok.PATIENCE, check=False)
                self.assertEqual(3, done.returncode, done.stderr)
                self.assert_one_line(done.stderr, "cannot write the output", "No space left on device")

    def test_a_file_that_cannot_be_inspected_is_named_as_it_was_typed(self):
        missing = self.folder / "ingen" / "plan.txt"
        done = plansok.run(plansok.Programs.indexer, "inspect", missing)
        self.assertEqual(3, done.returncode, done.stderr)
        self.assert_one_line(done.stderr, f"{missing}: no such file")


if __name__ == "__main__":
    plansok.main()
