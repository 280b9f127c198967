"""What CSL, the Citation Style Language (1.0.2), calls things: its variables, and its dates and names as programs
write them, read into one form each."""
