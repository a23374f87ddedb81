"""What was read and judged before, kept in a sqlite3 database, so that only what changed is done again.

:mod:`~factcheck.store.database` opens the file and tells a damaged one; :mod:`~factcheck.store.store` keeps articles
by the content of their sources, and what came of a story by its articles; :mod:`~factcheck.store.stamp` says what else
both depend on. The tables of :mod:`~factcheck.store.schema` are for people to query.
"""
