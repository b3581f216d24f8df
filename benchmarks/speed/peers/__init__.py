"""The rules of the peers, as good as we can write them, and the scripts that run some of them."""
