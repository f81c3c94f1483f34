"""`newsdiff lsp`: starts the language server."""

from __future__ import annotations

import click

from newsdiff.cli import SAME


@click.command(
    "lsp",
    context_settings={"help_option_names": ["-h", "--help"]},
    short_help="Start a language server, for editors.",
)
@click.option("--stdio", is_flag=True, expose_value=False, help="Standard input and output, as always.")
def lsp() -> int:
    """Start a language server that checks copy in an editor while it is written.

    It speaks the Language Server Protocol over standard input and output and is started by the editor; docs/editors.md
    has the settings for VS Code, Neovim and Emacs. It needs the extra: pip install 'newsdiff[lsp]'.
    """
    import gc

    try:
        from newsdiff.lsp.server import make_server
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.ClickException("the language server needs pygls: pip install 'newsdiff[lsp]'") from None
    gc.enable()  # a single comparison runs without the collector; this process stays
    make_server().start_io()
    return SAME
