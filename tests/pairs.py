"""The pairs of articles that tests read: samples/ and tests/gold/."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
GOLD = sorted(p.parent for p in TESTS.glob("gold/*/gold.json"))
PAIRS = sorted(p.parent for p in ROOT.glob("samples/*/a.txt")) + GOLD


def read_pair(folder: Path) -> tuple[str, str]:
    """Both articles, with their line ends as they stand."""
    a, b = [(folder / name).read_bytes().decode() for name in ("a.txt", "b.txt")]
    return a, b
