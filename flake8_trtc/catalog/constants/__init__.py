"""The catalog as a module of the user's own, a module a form."""
