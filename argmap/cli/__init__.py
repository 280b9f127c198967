"""The command line: all reading, writing, environment, clock and exit codes.

`main.py` knows every command by name and imports it only when it is run; a command is one file in `commands/`.
"""
