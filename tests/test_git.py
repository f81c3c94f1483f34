"""`newsdiff check` on real repositories: what is compared with what, and what hostile names and refs cannot do."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from newsdiff.read.git import parse_raw
from tests.repository import STORY, Repository

CHANGED = STORY.replace("312", "321")
RESTYLED = STORY.replace("organizes", "organises").replace('"', "”").replace("harbor master", "harbour master")


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit()
    return repository


# What is compared with what


def test_a_respelling_passes(repo: Repository) -> None:
    repo.stage("story.txt", RESTYLED)
    assert repo.check() == (0, "1 file compared, 0 findings\n", "")


def test_a_changed_figure_stops_with_its_place(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    done = repo.check()
    assert done.code == 1
    assert done.out.splitlines() == [
        "story.txt:3:53: number changed value: '312' -> '321'",
        "1 file compared, 1 finding",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("did not blame", "did blame", "5:60: negation: 'did not blame' -> 'did blame'"),
        ("allegedly ", "", "7:10: hedge: 'allegedly' -> nothing"),
        ("Tuesday", "Thursday", "3:40: date changed value: 'Tuesday' -> 'Thursday'"),
        ("Nobody was hurt", "Nobody was killed", "5:2: quote altered: 'Nobody was hurt' -> 'Nobody was killed'"),
        (", the coast guard said", "", "3:70: attribution dropped: 'the coast guard said' -> nothing"),
        (" She did not blame the captain.", "", "5:55: omission: 'She did not blame the captain.' -> nothing"),
    ],
)
def test_what_stops(repo: Repository, old: str, new: str, said: str) -> None:
    assert old in STORY
    repo.stage("story.txt", STORY.replace(old, new))
    done = repo.check()
    assert done.code == 1
    assert said in done.out.replace("story.txt:", "")


def test_the_index_counts_and_not_the_work_tree(repo: Repository) -> None:
    repo.stage("story.txt", RESTYLED)
    repo.write("story.txt", CHANGED)
    assert repo.check().code == 0
    repo.git("add", ".")
    repo.write("story.txt", STORY)
    assert repo.check().code == 1
    (repo.top / "story.txt").unlink()
    assert repo.check().code == 1


def test_another_story_is_said(repo: Repository) -> None:
    repo.stage("story.txt", "Rain fell everywhere.\n\nFarmers who had waited since spring danced in muddy fields.\n")
    done = repo.check()
    assert done.code == 1
    assert "story.txt: bears little likeness to its old version" in done.out


def test_emptied_and_filled(repo: Repository) -> None:
    repo.stage("story.txt", "")
    assert repo.check().code == 1
    repo.git("commit", "-q", "-m", "x")
    repo.stage("story.txt", STORY)
    assert repo.check().code == 0


def test_modes_and_other_peoples_tools(repo: Repository) -> None:
    (repo.top / "story.txt").chmod(0o755)
    repo.git("add", ".")
    assert repo.check().code == 0
    repo.git("config", "diff.external", "touch pwned")
    repo.git("config", "diff.x.textconv", "touch pwned; cat")
    repo.git("config", "filter.x.smudge", "touch pwned; cat")
    repo.stage(".gitattributes", "*.txt diff=x filter=x\n")
    repo.stage("story.txt", CHANGED)
    assert repo.check(GIT_EXTERNAL_DIFF="touch pwned").code == 1
    assert not (repo.top / "pwned").exists()


def test_from_inside_the_git_folder(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    done = repo.check(folder=".git")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_nothing_staged(repo: Repository) -> None:
    repo.write("story.txt", CHANGED)
    assert repo.check() == (0, "0 files compared, 0 findings\n", "")


def test_a_partial_commit_is_judged_by_its_own_index(repo: Repository) -> None:
    repo.commit("other.txt")
    repo.stage("story.txt", CHANGED)
    repo.stage("other.txt", RESTYLED)
    hook = repo.write(".git/hooks/pre-commit", "#!/bin/sh\nexec newsdiff check\n")
    hook.chmod(0o755)
    assert repo.run("git", "commit", "-q", "-m", "x", "other.txt").code == 0
    done = repo.run("git", "commit", "-q", "-m", "x", "story.txt")
    assert done.code == 1
    assert "story.txt:3:53" in done.out + done.err


def test_new_and_deleted_files_are_said(repo: Repository) -> None:
    repo.git("rm", "-q", "story.txt")
    repo.stage("new.txt", "Something else happened elsewhere, and nobody wrote it down.\n")
    done = repo.check()
    assert done.code == 0
    assert done.out == (
        "new.txt: new, nothing to compare with\nstory.txt: deleted, nothing to compare it with\n"
        "0 files compared, 1 new, 1 deleted, 0 findings\n"
    )


def test_the_first_commit(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "empty")
    repo.stage("story.txt", STORY)
    done = repo.check()
    assert (done.code, done.err) == (0, "")
    assert "story.txt: new" in done.out


def test_a_rename_is_followed(repo: Repository) -> None:
    repo.git("mv", "story.txt", "desk.txt")
    assert repo.check().out == "desk.txt: renamed from story.txt (unchanged)\n1 file compared, 0 findings\n"
    repo.stage("desk.txt", CHANGED)
    for arguments in ((), ("desk.txt",)):
        done = repo.check(*arguments)
        assert done.code == 1
        assert "desk.txt:3:53: number" in done.out


def test_sub_directories(repo: Repository) -> None:
    repo.commit("desk/city/fire.txt")
    repo.stage("desk/city/fire.txt", CHANGED)
    for folder, file in (
        ("", "desk"),
        ("desk", "city/fire.txt"),
        ("desk/city", "."),
        ("desk/city", "../city/fire.txt"),
    ):
        done = repo.check(file, folder=folder)
        assert done.code == 1, (folder, file)
        assert done.out.startswith("desk/city/fire.txt:3:53: ")
    assert repo.check(folder="desk/city").code == 1
    assert repo.check(str(repo.top / "desk")).code == 1
    assert repo.check("story.txt").code == 0


@pytest.mark.parametrize(
    "name",
    [
        "two words.txt",
        "línea ünd 文.txt",
        "new\nline.txt",
        "-rf.txt",
        "'\"$(id).txt",
        ":x.txt",
        "0:x.txt",
        ":!x.txt",
        "*.txt",
    ],
)
def test_names(repo: Repository, name: str) -> None:
    repo.commit(name)
    repo.stage(name, CHANGED)
    for arguments in ((), ("--", name)):
        done = repo.check(*arguments)
        assert done.code == 1, done
        assert done.out.count("\n") == 2
        assert not done.out.startswith(":")
    found = json.loads(repo.check("--format", "json").out)["findings"]
    assert [finding["path"] for finding in found] == [name]
    assert repo.check("--accept").code == 0
    repo.git("add", ".")
    assert repo.check().out.endswith("1 file compared, 0 findings, 1 accepted\n")


def test_a_name_that_is_no_text(repo: Repository) -> None:
    raw = os.fsencode(repo.top) + b"/caf\xe9.txt"
    for text in (STORY, CHANGED):
        Path(os.fsdecode(raw)).write_text(text)
        repo.git("add", ".")
        if text is STORY:
            repo.git("commit", "-q", "-m", "x")
    assert repo.check().out.startswith("caf\\xe9.txt:3:53: ")
    assert json.loads(repo.check("--format", "json").out)["findings"][0]["path"] == "caf\\xe9.txt"
    assert repo.check("--accept").code == 0


def test_base(repo: Repository) -> None:
    repo.commit("story.txt", CHANGED)
    repo.stage("story.txt", CHANGED.replace("40", "41"))
    assert "'40' -> '41'" in repo.check().out
    assert "'312'" not in repo.check().out
    assert "'312' -> '321'" in repo.check("--base", "HEAD~1").out
    assert "'40' -> '41'" in repo.check("--base", "HEAD~1").out
    done = repo.check("--base", "HEAD~1", "--to-ref", "HEAD")
    assert "'312' -> '321'" in done.out
    assert "'40'" not in done.out


def test_refs_compare_the_fork_with_the_second(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "desk")
    repo.commit("story.txt", CHANGED)
    repo.git("checkout", "-q", "main")
    repo.commit("story.txt", STORY.replace("40", "50"))
    done = repo.check("--from-ref", "main", "--to-ref", "desk")
    assert done.code == 1
    assert "'312' -> '321'" in done.out
    assert "'50'" not in done.out
    same = repo.check(PRE_COMMIT_FROM_REF="main", PRE_COMMIT_TO_REF="desk")
    assert same == done
    assert repo.check("--from-ref", "main").code == 2
    assert repo.check("--base", "main", "--from-ref", "main", "--to-ref", "desk").code == 2


def test_a_merge_is_judged_by_what_is_new_in_it(repo: Repository) -> None:
    repo.commit("other.txt")
    repo.git("checkout", "-q", "-b", "desk")
    repo.commit("story.txt", CHANGED)
    repo.commit("other.txt", CHANGED)
    repo.commit("theirs.txt", CHANGED)
    repo.git("checkout", "-q", "main")
    repo.commit("story.txt", STORY.replace("40 trips", "50 trips"))
    repo.git("merge", "-q", "--no-commit", "desk")
    done = repo.check()
    assert done.code == 0, done
    assert "other.txt: skipped: as in the branch that is merged" in done.out
    assert "theirs.txt: skipped: as in the branch that is merged" in done.out
    both = (repo.top / "story.txt").read_text()
    assert "321" in both
    assert "50 trips" in both
    repo.stage("story.txt", both.replace("1987", "1978"))
    done = repo.check()
    assert done.code == 1
    assert "'1987' -> '1978'" in done.out
    assert done.out.count("story.txt:") == 1


def test_a_conflict_is_said(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "desk")
    repo.commit("story.txt", STORY.replace("312", "313"))
    repo.git("checkout", "-q", "main")
    repo.commit("story.txt", STORY.replace("312", "314"))
    assert repo.run("git", "merge", "desk").code == 1
    done = repo.check()
    assert done.code == 0
    assert "story.txt: skipped: in conflict" in done.out


def test_a_work_tree_of_its_own(repo: Repository) -> None:
    repo.git("worktree", "add", "-q", "../second")
    second = repo.top.parent / "second"
    (second / "story.txt").write_text(CHANGED)
    subprocess.run(["git", "-C", str(second), "add", "."], check=True, env=repo.environment)
    done = repo.check(folder="../second")
    assert done.code == 1
    assert repo.check().code == 0


def test_a_shallow_clone(repo: Repository) -> None:
    repo.commit("story.txt", RESTYLED)
    repo.commit("story.txt", CHANGED)
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.top}", "../shallow")
    done = repo.check("--from-ref", "HEAD~1", "--to-ref", "HEAD", folder="../shallow")
    assert (done.code, done.out) == (2, "")
    assert "no such revision (this clone is shallow" in done.err
    assert repo.check(folder="../shallow").code == 0
    # Without the fork the two ends are compared, and that is said.
    old = repo.git("rev-parse", "HEAD~2").strip()
    repo.run("git", "fetch", "-q", "--depth", "1", "origin", old, folder="../shallow")
    done = repo.check("--from-ref", old, "--to-ref", "HEAD", folder="../shallow")
    assert done.code == 1, done
    assert "no common ancestor" in done.err


def test_a_bare_repository(repo: Repository) -> None:
    repo.commit("story.txt", CHANGED)
    repo.git("clone", "-q", "--bare", ".", "../bare.git")
    done = repo.check("--base", "HEAD~1", "--to-ref", "HEAD", folder="../bare.git")
    assert (done.code, done.err) == (1, "")
    assert repo.check("--base", "HEAD~1", "--to-ref", "HEAD", "--accept", folder="../bare.git").code == 2


def test_sha256(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "other")
    repo.git("init", "-q", "--object-format=sha256", "../long")
    long = Repository.__new__(Repository)
    long.top, long.environment = repo.top.parent / "long", repo.environment
    long.stage("story.txt", STORY)
    assert long.check().code == 0
    long.commit()
    long.stage("story.txt", CHANGED)
    assert long.check().code == 1


# What is prose


def test_code_and_data_are_no_copy(repo: Repository) -> None:
    for name in ("a.py", "b.json", "c.csv", "Makefile", ".newsdiff-accepted.toml", "d.TXT"):
        repo.stage(name, "" if name.startswith(".") else STORY)
    repo.git("commit", "-q", "-m", "x")
    for name in ("a.py", "b.json", "c.csv", "Makefile"):
        repo.stage(name, CHANGED)
    assert repo.check() == (0, "0 files compared, 0 findings\n", "")
    repo.stage("d.TXT", CHANGED)
    assert repo.check().code == 1
    assert "a.py: skipped: its suffix is not one of prose" in repo.check("a.py").out


def test_attributes(repo: Repository) -> None:
    repo.commit("wire.copy")
    repo.commit("minutes/may.txt")
    repo.stage("wire.copy", CHANGED)
    repo.stage("minutes/may.txt", CHANGED)
    repo.stage(".gitattributes", "*.copy newsdiff\nminutes/* -newsdiff\n")
    for folder in ("", "minutes"):
        done = repo.check(folder=folder)
        assert done.code == 1
        assert done.out.splitlines() == [
            "wire.copy:3:53: number changed value: '312' -> '321'",
            "minutes/may.txt: skipped: -newsdiff in .gitattributes",
            "1 file compared, 1 skipped, 1 finding",
        ]


def test_exclude(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    done = repo.check("--exclude", "*.txt")
    assert done.code == 0
    assert "story.txt: skipped: excluded by *.txt" in done.out


def test_what_is_no_text(repo: Repository) -> None:
    blob = repo.top / "blob.txt"
    repo.commit("blob.txt")
    repo.commit("large.txt")
    repo.commit("pointer.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
    blob.write_bytes(b"\x00\x01\x02" * 100)
    repo.stage("large.txt", STORY * 4000)
    repo.stage("pointer.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:11\nsize 1\n")
    repo.git("add", ".")
    done = repo.check()
    assert done.code == 0
    assert "blob.txt: skipped: binary" in done.out
    assert "large.txt: skipped: more than 1000000 bytes" in done.out
    assert "pointer.txt: skipped: kept by Git LFS" in done.out


def test_links_and_submodules(repo: Repository) -> None:
    (repo.top / "link.txt").symlink_to("/etc/passwd")
    repo.git("add", ".")
    sub = Repository(repo.top.parent / "sub")
    sub.commit()
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", "../sub", "sub.txt")
    done = repo.check()
    assert done.code == 0
    assert "link.txt: skipped: a symbolic link" in done.out
    assert "sub.txt: skipped: a submodule" in done.out
    assert "root:" not in done.out


def test_other_encodings_and_line_ends(repo: Repository) -> None:
    path = repo.top / "latin.txt"
    for text in (STORY, CHANGED):
        path.write_bytes(text.replace("\n", "\r\n").encode("cp1252"))
        repo.git("-c", "core.autocrlf=false", "add", ".")
        if text is STORY:
            repo.git("commit", "-q", "-m", "x")
    done = repo.check()
    assert "latin.txt:3:53: number" in done.out
    assert "latin.txt: not UTF-8, read as windows-1252" in done.out


def test_a_byte_order_mark_has_no_column(repo: Repository) -> None:
    repo.commit("marked.txt", "\ufeffIt has 30 rooms.\n")
    repo.stage("marked.txt", "\ufeffIt has 40 rooms.\n")
    assert repo.check().out.startswith("marked.txt:1:8: number")


# What cannot be


@pytest.mark.parametrize(
    "ref", ["--output=pwned", "-h", "--upload-pack=touch pwned", "", "a b", "x\ny", "HEAD..", ":/x", "$(id)"]
)
@pytest.mark.parametrize("option", ["--base", "--to-ref", "--from-ref"])
def test_hostile_refs_are_refused(repo: Repository, option: str, ref: str) -> None:
    more = {"--base": [], "--to-ref": ["--from-ref=HEAD"], "--from-ref": ["--to-ref=HEAD"]}[option]
    done = repo.check(f"{option}={ref}", *more)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert sorted(path.name for path in repo.top.iterdir()) == [".git", "story.txt"]


@pytest.mark.parametrize("name", ["no.txt", "../out.txt", "/etc/passwd", "story.txt/x", ""])
def test_files_that_are_not_there(repo: Repository, name: str) -> None:
    repo.stage("story.txt", CHANGED)
    done = repo.check("--", name)
    if name:
        assert (done.code, done.err.count("\n")) == (2, 1)


def test_no_repository(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "repo")
    (tmp_path / "plain").mkdir()
    done = repo.check(folder="../plain", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert done == (2, "", "newsdiff: not a git repository (or any of the parent directories): .git\n")


def test_no_git(repo: Repository, tmp_path: Path) -> None:
    done = repo.check(PATH=str(tmp_path))
    assert done == (2, "", "newsdiff: git is not installed\n")


def test_the_accepted_file_is_never_written_through_a_link(repo: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text("")
    (repo.top / ".newsdiff-accepted.toml").symlink_to(outside)
    repo.stage("story.txt", CHANGED)
    done = repo.check("--accept")
    assert done.code == 2
    assert "a symbolic link" in done.err
    assert outside.read_text() == ""


def test_a_damaged_history(repo: Repository) -> None:
    repo.stage("story.txt", CHANGED)
    name = repo.git("rev-parse", "HEAD:story.txt").strip()
    path = repo.top / ".git" / "objects" / name[:2] / name[2:]
    path.unlink()
    done = repo.check()
    assert done.code == 2
    assert "does not have the object" in done.err


def test_articles_cannot_speak_to_the_terminal_or_the_runner(repo: Repository) -> None:
    hostile = "::error::no\n\x1b[31m##[error] 300 men\u202e came,\n::stop-commands::x\nand stayed.\n"
    repo.commit("x.txt", hostile)
    repo.stage("x.txt", hostile.replace("300", "400"))
    for form in ("text", "github"):
        done = repo.check("--format", form, "-v")
        assert done.code == 1, done
        assert "\x1b" not in done.out
        assert "\u202e" not in done.out
        assert sum(line.lstrip().startswith("::") for line in done.out.splitlines()) == (form == "github")


def test_raw_output() -> None:
    data = b":100644 000000 aa 00 U\0x.txt\0:100644 100644 aa 00 M\0x.txt\0:100644 100644 aa bb C100\0a\0b\0"
    assert [(c.path, c.old_path, c.status) for c in parse_raw(data)] == [
        ("x.txt", "x.txt", "unmerged"),
        ("b", "b", "added"),
    ]
    assert parse_raw(b"") == []


@pytest.mark.parametrize("arguments", [(), ("--help",), ("a.txt", "b.txt")])
def test_git_diff_is_for_git_to_call(repo: Repository, arguments: tuple[str, ...]) -> None:
    done = repo.run("newsdiff", "git-diff", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "git-diff is for git to call" in done.err
    assert repo.run("newsdiff", "git-diff", "story.txt") == (0, "", "newsdiff: story.txt: in conflict\n")
