"""Write the tables of rules and options in the READMEs: python docs/tables.py [--check]."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sitegen.tables import main

if __name__ == "__main__":
    sys.exit(main())
