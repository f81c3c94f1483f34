"""Makes a release: the version, a dated entry in the CHANGELOG, one commit, one tag. It pushes and uploads nothing.

    python tools/release.py 0.2.0 --dry-run     show what would change
    python tools/release.py 0.2.0               do it; the next commands are printed

It refuses a tree with uncommitted changes, a version that is not higher, a tag that exists, and a CHANGELOG that has
nothing under Unreleased. It changes the version everywhere: `newsdiff.__version__`, the tags in docs/recipes.md and the
manual page.
"""

from __future__ import annotations

import argparse
import datetime
import difflib
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
VERSION_FILE = ROOT / "newsdiff" / "__init__.py"
CHANGELOG = ROOT / "CHANGELOG.md"
RECIPES = ROOT / "docs" / "recipes.md"
MANUAL = ROOT / "docs" / "newsdiff.1"
_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
_UNRELEASED = re.compile(r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


class RefusalError(Exception):
    """A reason not to release."""


def main(arguments: list[str] | None = None) -> int:
    """Releases; 0 if it did, 2 if it refused."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("version", help="the new version, such as 0.2.0")
    parser.add_argument("--date", default=datetime.date.today().isoformat(), help="of the entry (today)")
    parser.add_argument("--dry-run", action="store_true", help="show the changes and write nothing")
    options = parser.parse_args(arguments)
    try:
        old = check_state(options.version)
        changes = plan(old, options.version, options.date)
    except RefusalError as refusal:
        print(f"release: {refusal}", file=sys.stderr)
        return 2
    if options.dry_run:
        for path, text in changes.items():
            before, after = path.read_text(encoding="utf-8").splitlines(True), text.splitlines(True)
            name = str(path.relative_to(ROOT))
            sys.stdout.writelines(difflib.unified_diff(before, after, name, name, n=1))
        return 0
    for path, text in changes.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    tag = f"v{options.version}"
    notes = find_entry(changes[CHANGELOG], options.version)
    git("add", "--", *[str(path.relative_to(ROOT)) for path in changes])
    git("commit", "-q", "-m", f"newsdiff {options.version}")
    git("tag", "-a", "--cleanup=verbatim", "-m", f"newsdiff {options.version}\n\n{notes}", tag)
    print(f"{tag} is tagged. Look at it (git show {tag}), then:\n")
    print(f"    git push origin HEAD {tag}\n    python -m build && twine check --strict dist/* && twine upload dist/*")
    return 0


def check_state(version: str) -> str:
    """The version so far, if a release of `version` can be made. Raises RefusalError."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise RefusalError(f"{version} is not a version such as 0.2.0")
    found = _VERSION.search(VERSION_FILE.read_text(encoding="utf-8"))
    if not found:
        raise RefusalError(f"no __version__ in {VERSION_FILE.relative_to(ROOT)}")
    if [int(part) for part in version.split(".")] <= [int(part) for part in found[1].split(".")]:
        raise RefusalError(f"{version} is not higher than {found[1]}")
    if git("status", "--porcelain"):
        raise RefusalError("uncommitted changes")
    if git("tag", "--list", f"v{version}"):
        raise RefusalError(f"the tag v{version} exists")
    return found[1]


def plan(old: str, version: str, date: str) -> dict[Path, str]:
    """The new text of every file that a release changes. Raises RefusalError."""
    log = CHANGELOG.read_text(encoding="utf-8")
    unreleased = _UNRELEASED.search(log)
    if not unreleased or not unreleased[1].strip():
        raise RefusalError("nothing under Unreleased in CHANGELOG.md")
    heading = f"## [Unreleased]\n\n## [{version}] - {date}\n"
    source = VERSION_FILE.read_text(encoding="utf-8")
    recipes = RECIPES.read_text(encoding="utf-8")
    manual = MANUAL.read_text(encoding="utf-8")
    return {
        VERSION_FILE: _VERSION.sub(f'__version__ = "{version}"', source),
        CHANGELOG: log[: unreleased.start()] + heading + unreleased[1] + log[unreleased.end() :],
        RECIPES: recipes.replace(f"v{old}", f"v{version}"),
        MANUAL: manual.replace(f'"newsdiff {old}"', f'"newsdiff {version}"', 1),
    }


def find_entry(log: str, version: str) -> str:
    """What the CHANGELOG says of a version, without its heading."""
    found = re.search(rf"^## \[{re.escape(version)}\].*?\n(.*?)(?=^## |\Z)", log, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def git(*arguments: str) -> str:
    """What a git command prints in the repository; it must succeed."""
    return subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
