"""okrlint's own rules, written like any other pack: they import only okrlint's public names."""
