"""Prints what tonight's drafts say against the archive, gravest first.

usage: python nightly.py DRAFTS ARCHIVE
"""

import sys

import factcheck


def main(drafts: str, archive: str) -> int:
    try:
        run = factcheck.check(drafts, against=archive)
    except factcheck.UserError as error:  # a mistake in rules, facts or settings, with its place
        sys.exit(str(error))
    for finding in run.findings:
        first = finding.locations[0]
        print(f"{finding.severity}: {finding.message}")
        print(f"    {first.document}:{first.line}:{first.column}: {first.quote}")
    for skipped in run.skipped:
        print(f"not judged: {skipped.document}: {skipped.reason}")
    return 1 if any(finding.severity is factcheck.Severity.ERROR for finding in run.findings) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
