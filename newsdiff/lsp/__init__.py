"""`newsdiff lsp`: the check as you type, in any editor that speaks the Language Server Protocol.

`judge` compares a buffer with its version in git, `positions` counts as editors count, `server` speaks the protocol.
"""
