"""The pages of debates in a browser, anew whenever a file is saved: for `argmap serve`."""
