"""What a statement promises: an outcome, an output or a task, and which words say so.

`component` registers the spaCy component `okr_promise`. From the statement it makes `word`s
(with the tags of two `rereading`s), from these a `frame` (form, main verb, its noun phrases), from
the frame named `signs`, and `weigh` adds up what each sign speaks for.
"""

from okrlint.language.promise.component import OkrPromise

__all__ = ["OkrPromise"]
