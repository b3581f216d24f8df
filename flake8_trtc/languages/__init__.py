"""From texts to sites, one folder a language."""
