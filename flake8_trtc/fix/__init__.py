"""Rewriting: from findings to files that say `ErrorCode.NAME`, each proved before it is written.

`flake8_trtc.fix.engine.fix_source` does one file in memory; `flake8-trtc fix` does trees.
Importing this package loads nothing.
"""
