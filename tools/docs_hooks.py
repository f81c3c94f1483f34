"""A hook of mkdocs: links out of docs/ lead to the repository, as they do on its own pages."""

import re
from typing import Any


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:
    """The page with links that leave docs/ made absolute."""
    up = r"\.\./" * (page.file.src_uri.count("/") + 1)
    return re.sub(rf"\]\({up}(?!\.\./)([^)]+)\)", rf"]({config.repo_url}/blob/main/\1)", markdown)
