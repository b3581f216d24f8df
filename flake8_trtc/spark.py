"""Tables of sources on Apache Spark: what `check` and `fix` give for a tree, row for row.

A table has a row for each file: its repository (optional), its path below that, and its content.
Each repository is treated as if `check` or `fix` ran in its top directory. Needs the extra `spark`.
The package has to be installed where the Python workers run.

    python -m flake8_trtc.spark check files.parquet findings.parquet
"""

from flake8_trtc.cli.reports.rows import FINDING, Columns, Limits
from flake8_trtc.cli.spark.frames import TableError, check, fix, table

__all__ = ["FINDING", "Columns", "Limits", "TableError", "check", "fix", "table"]

if __name__ == "__main__":  # `python -m`, and what `spark-submit` is given
    import sys

    from flake8_trtc.cli.spark.command import main

    sys.exit(main())
