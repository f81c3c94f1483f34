"""What one article says, read in that article alone: one file a kind, each fact with its place and its value."""
