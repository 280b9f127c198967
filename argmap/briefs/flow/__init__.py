"""Flow sheets: what is said in a round, a sheet a position, a column a speech, a row a first argument."""
