"""Comparison -> something to show; nothing here computes a difference."""
