"""Speech documents of debaters, in Word: read, and written as a debate."""
