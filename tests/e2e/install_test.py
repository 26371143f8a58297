"""An installation in a folder of its own: all that belongs to it is there, and its programs work from there."""
import os
import shutil
import subprocess

import plansok

FILES = ("bin/plansok", "bin/plansok-indexer", "bin/plansok-searchd", "share/man/man1/plansok.1",
         "share/man/man1/plansok-indexer.1", "share/man/man8/plansok-searchd.8",
         "share/bash-completion/completions/plansok", "share/zsh/vendor-completions/_plansok",
         "share/fish/vendor_completions.d/plansok.fish", "share/plansok/stopwords/stopwords.txt",
         "share/plansok/vocabulary/committees.toml", "share/plansok/ocr/settings.toml", "share/doc/plansok/README.md")


class Install(plansok.Case):
    def setUp(self):
        super().setUp()
        self.prefix = self.folder / "opt"
        # The client's program stands in BUILD/client/.
        build = plansok.Programs.client.parent.parent
        done = plansok.run("cmake", "--install", build, "--prefix", self.prefix)
        self.assertEqual(0, done.returncode, done.stderr)

    def test_everything_is_in_place(self):
        for file in FILES:
            self.assertTrue((self.prefix / file).is_file(), file)

    def test_the_programs_find_each_other_and_their_data(self):
        elsewhere = self.folder / "moved"  # an installation may be moved: its data is found beside its programs
        self.prefix.rename(elsewhere)
        vocabulary = elsewhere / "share/plansok/vocabulary/committees.toml"
        vocabulary.write_text(vocabulary.read_text(encoding="utf-8").replace('"socialnamnden-centrum"', '"egen"'),
                              encoding="utf-8")
        corpus = self.folder / "corpus"
        corpus.mkdir()
        for file in plansok.Programs.corpus().glob("*centrum*.txt"):
            shutil.copy2(file, corpus)
        index = self.folder / "index"
        built = plansok.run(elsewhere / "bin/plansok-indexer", "build", "--corpus", corpus, "--index", index)
        self.assertEqual(0, built.returncode, built.stderr)
        plansok.Programs.searchd, built_searchd = elsewhere / "bin/plansok-searchd", plansok.Programs.searchd
        self.addCleanup(setattr, plansok.Programs, "searchd", built_searchd)
        server = self.serve(index)
        found = plansok.run(elsewhere / "bin/plansok", "--server", server.address, "search", "barn", "--facet", "nämnd")
        self.assertEqual(0, found.returncode, found.stderr)
        listed = plansok.run(elsewhere / "bin/plansok", "--server", server.address, "search", "--committee", "egen")
        self.assertEqual(0, listed.returncode, "the installation's own vocabulary was not read")

    def test_bash_completes(self):
        script = self.prefix / "share/bash-completion/completions/plansok"
        done = subprocess.run(
            ["bash", "-c", f'source {script}; COMP_WORDS=(plansok sea); COMP_CWORD=1; _plansok; echo "${{COMPREPLY[@]}}"'],
            env={**os.environ, "PATH": f"{self.prefix / 'bin'}:{os.environ['PATH']}"}, capture_output=True,
            encoding="utf-8", timeout=plansok.PATIENCE, check=True)
        self.assertEqual("search", done.stdout.strip())


if __name__ == "__main__":
    plansok.main()
