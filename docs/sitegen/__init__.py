"""The documentation site, made of the catalog, the rules, their examples and the READMEs."""
