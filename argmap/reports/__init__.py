"""What `evaluate`, `explain`, `critical`, `questions` and `sensitivity` say."""
