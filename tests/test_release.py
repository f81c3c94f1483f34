"""The release script, in a copy of the files that it changes; and the contents of a release."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from newsdiff import __version__
from newsdiff.check.sarif import HOME
from tests.pairs import ROOT
from tests.repository import Done, Repository

FILES = ("newsdiff/__init__.py", "CHANGELOG.md", "docs/recipes.md", "docs/newsdiff.1", "tools/release.py")
NEXT = "99.0.0"


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    for name in FILES:
        repository.stage(name, (ROOT / name).read_text(encoding="utf-8"))
    log = re.sub(
        r"(?<=## \[Unreleased\]\n).*?(?=^## |\Z)",
        "\n- New.\n\n",
        (ROOT / FILES[1]).read_text(),
        count=1,
        flags=re.S | re.M,
    )
    repository.commit("CHANGELOG.md", log + "\n## [0.0.1] - 2000-01-01\n\n- Old.\n")
    return repository


def release(project: Repository, *arguments: str) -> Done:
    return project.run(sys.executable, "tools/release.py", *arguments)


def test_a_release_is_one_commit_and_one_tag(project: Repository) -> None:
    done = release(project, NEXT, "--date", "2026-12-01")
    assert done.code == 0, done
    assert project.git("status", "--porcelain") == ""
    assert project.git("log", "-1", "--format=%s").strip() == f"newsdiff {NEXT}"
    assert project.git("describe").strip() == f"v{NEXT}"
    assert project.git("tag", "-l", "--format=%(contents)", f"v{NEXT}").strip().split("\n\n") == [
        f"newsdiff {NEXT}",
        "- New.",
    ]
    texts = {name: (project.top / name).read_text() for name in FILES}
    assert f'__version__ = "{NEXT}"' in texts[FILES[0]]
    assert f"## [Unreleased]\n\n## [{NEXT}] - 2026-12-01\n\n- New.\n" in texts["CHANGELOG.md"]
    for name in FILES[:4]:
        if name != "CHANGELOG.md":
            assert __version__ not in texts[name]
    assert "git push origin HEAD" in done.out


def test_a_dry_run_changes_nothing(project: Repository) -> None:
    done = release(project, NEXT, "--dry-run")
    assert done.code == 0
    assert f'+__version__ = "{NEXT}"' in done.out
    assert project.git("status", "--porcelain") == project.git("tag", "--list") == ""


def test_refusals(project: Repository) -> None:
    def refuse(version: str, why: str) -> None:
        done = release(project, version)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert why in done.err

    refuse(__version__, "not higher")
    refuse("2.0", "not a version")
    project.git("tag", f"v{NEXT}")
    refuse(NEXT, "exists")
    project.write("new.txt", "x")
    refuse("99.0.1", "uncommitted")
    (project.top / "new.txt").unlink()
    project.commit("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-01\n\n- Old.\n")
    refuse("99.0.1", "nothing under Unreleased")


def test_addresses_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    urls = project["project"]["urls"]
    assert all(url.startswith(HOME) for url in urls.values())
    hook = project["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]
    owner = HOME.removeprefix("https://github.com")
    assert all(owner in rule["replacement"] for rule in hook["substitutions"])
    assert f"repo_url: {HOME}\n" in (ROOT / "mkdocs.yml").read_text()


def test_the_indexs_page_has_no_relative_link(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    pytest.importorskip("hatch_fancy_pypi_readme")
    program = (
        "from hatchling.metadata.core import ProjectMetadata; from hatchling.plugin.manager import PluginManager\n"
        f"print(ProjectMetadata({str(ROOT)!r}, PluginManager()).core.readme)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    targets = re.findall(r"\]\(([^)]+)\)", done.stdout)
    assert len(targets) > 20
    assert all(target.startswith(("https://", "#")) for target in targets)
    assert f"{HOME}/blob/v{__version__}/docs/edits.md#wording" in targets
