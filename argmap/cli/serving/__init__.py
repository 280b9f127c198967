"""The pages of debates in a browser, reloaded whenever a file is saved: for `argmap serve`."""
