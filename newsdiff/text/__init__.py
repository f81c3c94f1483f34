"""The parts of a text: comparison keys, words, sentences. Offsets are kept throughout."""
