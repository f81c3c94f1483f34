"""Words that a number follows as a name: "Step 1: Boil water". Written for this project."""

LABELLED = frozenset(
    """act annex appendix article chapter clause day exercise exhibit fact item lesson list myth note paragraph part
    point principle question reason recommendation rule schedule section step stage tip week""".split()
)
