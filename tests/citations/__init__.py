"""Citations as argmap and pandoc write them."""
