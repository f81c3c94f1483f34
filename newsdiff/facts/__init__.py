"""What an article says, one file a kind; found in one article, knowing nothing of another."""
