"""The pairs of articles that tests read: samples/, tests/gold/, and one of each style for tests of invariants."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
GOLD = sorted(p.parent for p in TESTS.glob("gold/*/gold.json"))
ONE_OF_EACH = list({p.name.partition("-")[0]: p for p in reversed(GOLD)}.values())[::-1]
PAIRS = sorted(p.parent for p in ROOT.glob("samples/*/a.txt")) + ONE_OF_EACH


def read_pair(folder: Path) -> tuple[str, str]:
    """Both articles, with their line ends as they stand."""
    a, b = [(folder / name).read_bytes().decode() for name in ("a.txt", "b.txt")]
    return a, b
