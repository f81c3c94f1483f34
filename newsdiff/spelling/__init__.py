"""How alike names and words are, and which spellings are regional. It does not know about edits."""
