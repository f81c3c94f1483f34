"""`newsdiff lsp`: the check while one types, for any editor that speaks the Language Server Protocol.

`judge` compares a buffer with its version in git, `positions` counts as editors count, `server` speaks the protocol.
"""
