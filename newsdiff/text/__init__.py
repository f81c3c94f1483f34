"""What a text is made of: the comparison key, words, sentences. Offsets are kept throughout."""
