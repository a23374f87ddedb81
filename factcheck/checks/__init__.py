"""One algorithm a file: an options model in, Conflicts out. A check knows nothing of severity or format.

A check is a module of this package with

* ``Options``: a subclass of :class:`~factcheck.checks.model.Options` with what a rule may set, its fields documented,
* ``check(corpus, options)``: a generator of :class:`~factcheck.checks.model.Conflict`.

Rules name a check by its module's name.
"""
