"""`python -m flake8_trtc.spark`, and what `spark-submit` is given."""

import sys

from flake8_trtc.spark.command import main

if __name__ == "__main__":
    sys.exit(main())
