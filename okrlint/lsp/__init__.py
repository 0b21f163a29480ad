"""okrlint in editors: a server for the Language Server Protocol, over standard input and output.

Only `okrlint.lsp.server` and the modules that make answers import pygls and lsprotocol, which
come with the extra `lsp`.
"""
