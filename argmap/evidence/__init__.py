"""Whether the evidence says what it is cited for: quotes against texts, snapshots of them, and the lock."""
