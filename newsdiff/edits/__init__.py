"""What changed, by name: facts of both sides of a link compared, and every other difference as wording.

`compare.find_edits` is the way in; `kinds` is the one table of kinds. Nothing is imported here, since the gate reads
the table for commits that hold no prose.
"""
