"""What the options that several commands share mean, and what they do."""
