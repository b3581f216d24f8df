"""From sites to findings: evidence, rules, suppressions."""
