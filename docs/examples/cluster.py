"""Starts a Dask cluster of two workers on this machine, audits with it, and ends it.

usage: python docs/examples/cluster.py PATH... [OPTION...]     as in: python docs/examples/cluster.py seeds

Further options go to factcheck audit. On a cluster of your own the last command is all that you need.
"""

import subprocess
import sys
import tempfile

from distributed import LocalCluster


def main(arguments: list[str]) -> int:
    with (
        tempfile.TemporaryDirectory() as shared,  # on a real cluster: a folder that every worker sees
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        engine = ["--engine", "dask", "--scheduler", cluster.scheduler_address, "--shared", shared]
        return subprocess.call([sys.executable, "-m", "factcheck", "audit", *arguments, *engine])


if __name__ == "__main__":  # workers are processes that read this file, too
    sys.exit(main(sys.argv[1:]))
