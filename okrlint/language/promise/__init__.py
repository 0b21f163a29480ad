"""What a statement promises: an outcome, an output or a task, and which words say so.

`component` registers the spaCy component `okr_promise`. From the statement it makes `word`s, from
these a `frame` (form, main verb, its noun phrases), from the frame `facts` (classes and numbers),
the `claim` and further named `signs`; `weigh` adds up what each sign speaks for. Importing this
package does not import spaCy.
"""
