"""How good the tests are where a mistake would cost most: small mistakes made, and looked for."""
