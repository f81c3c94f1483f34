"""Imports go one way, and each dependency has its place."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsdiff"
# Low to high: a module imports from its own layer or from a lower one.
LAYERS = (
    "lexicon model",
    "text",
    "figures spelling",
    "align pairing",
    "facts",
    "edits",
    "compare",
    "output background read render",
    "check cli cli_facts config corpus history lsp run run_pairs watch",
    "__main__",
)
DEPENDENCIES = {
    "click": {"cli", "cli_facts", "check.cli", "corpus.cli", "history.cli", "lsp.cli"},
    "rich": {"corpus.progress", "render.ansi"},
    "pygls": {"lsp.server"},
    "lsprotocol": {"lsp.server"},
    "diff_match_patch": {"pairing.worddiff"},
    "markdown_it": {"read.markdown"},
    "charset_normalizer": {"read.sources"},
    "sentence_transformers": {"align.embedder"},
    "transformers": {"align.embedder"},
    "sentencex": {"text.sentences"},
    "duckdb": {"corpus"},
    "pyarrow": {"corpus"},
    "pyspark": {"corpus"},
    "Stemmer": {"text.stems"},
}
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer.split()}
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports(path: Path) -> None:
    module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    layer = module.split(".")[0]
    assert layer in RANK, f"{layer} has no place in LAYERS"
    for name in imported_names(path):
        first, *rest = name.split(".")
        if first == "newsdiff":
            assert not rest or rest[0] not in RANK or RANK[rest[0]] <= RANK[layer], (
                f"{module} imports {name} from above"
            )
        elif first not in sys.stdlib_module_names:
            assert {module, layer, module.rpartition(".")[0]} & DEPENDENCIES.get(first, set()), (
                f"{module} imports {name}"
            )


def imported_names(path: Path) -> list[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    # `from newsdiff import sentences` names a module too.
    whole = [
        f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    return plain + whole
