"""How strong statements are, as a number from 0 to 1, and how much each piece of evidence moves it."""
