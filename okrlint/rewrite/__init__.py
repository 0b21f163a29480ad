"""A key result said anew: one sentence that the rules would pass, with blanks for the writer."""
