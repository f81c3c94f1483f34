"""The named changes: the facts of both sides of a link compared, and every other difference as wording.

`compare.find_edits` is the entry point; `kinds` is the one table of kinds. Nothing is imported here, since the gate
reads the table even for commits without prose.
"""
