"""One reader a host language: each turns a text and its candidates into sites."""
