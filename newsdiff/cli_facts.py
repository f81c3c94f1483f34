"""`newsdiff facts`: what one article says."""

from __future__ import annotations

import click

from newsdiff.cli import SAME, language, say, say_language


@click.command(
    "facts",
    context_settings={"help_option_names": ["-h", "--help"]},
    short_help="List what one article says: names, figures, quotations, sources and so on.",
)
@click.argument("file", type=click.Path())
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="Output format (table).")
@click.option("--lang", default="en", metavar="CODE", callback=language, help="Language of the text (en).")
@click.option("--encoding", metavar="NAME", help="Encoding of the text, instead of detecting it.")
@click.option("--indent", is_flag=True, help="Print JSON over several lines.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
def facts(file: str, form: str, lang: str, encoding: str | None, indent: bool, output: str | None) -> int:
    """List what one article says.

    Names, figures, dates, quotations, sources, identifiers, and the words that negate, soften, limit or qualify a claim
    (polarity, modality, quantifiers, status).

    FILE is a file, "-" for standard input, or REV:path in the current git repository, in any format newsdiff reads.
    """
    from newsdiff.compare import facts as find_facts
    from newsdiff.config import ConfigError, read_config
    from newsdiff.output import OutputError, screen, write_file, write_stdout
    from newsdiff.read import Reading
    from newsdiff.read.sources import SourceError, read_source
    from newsdiff.render.facts import render_json, render_table

    try:
        reading = Reading(copy_fields=read_config(".").copy_fields)
        source = read_source(file, encoding, reading)
        if source.note:
            say(f"{source.name}: {source.note}")
        say_language(lang)
        found = find_facts(source.text, name=source.name, lang=lang)
        text = render_json(found, indent) + "\n" if form == "json" else render_table(found, screen()[0])
        if output not in (None, "-") and output is not None:
            write_file(output, text)
        else:
            write_stdout(text, "utf-8" if form == "json" else None)
    except (SourceError, ConfigError, OutputError) as error:
        raise click.ClickException(str(error)) from None
    return SAME
