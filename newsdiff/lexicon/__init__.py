"""Word lists and word vectors as data files; README.md beside this file names each one's source and licence."""
