"""How alike names and words are, and which spellings are regional. It knows no edits."""
