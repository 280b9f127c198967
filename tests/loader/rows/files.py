"""Whole files."""

from __future__ import annotations

from tests.loader.rows.row import DEBATE, rows

FILES = [
    *rows("argmap.lock",
        ("link a 1f0c5a7d93b2e486\nlink b 1f0c5a7d93b2e486 77aa01d4c2e9b35f",
         "link b 1f0c5a7d93b2e486 77aa01d4c2e9b35f"),
    ),
    *rows("argmap.lock",
        ("<<<<<<< HEAD\nlink a 1f0c5a7d93b2e486 77aa01d4c2e9b35f\n=======\n>>>>>>> theirs",
         "link a 1f0c5a7d93b2e486 77aa01d4c2e9b35f"),
        ("lnik a 1f0c5a7d93b2e486 77aa01d4c2e9b35f", ""),
        by_hand=True, faults=None,
    ),
    *rows("positions/q.yaml", ("position: p\narguments: []", "position: p-2\narguments: []")),
    *rows("debate.yaml or none", ("", DEBATE), ("%PDF-1.7\n1 0 obj\n", DEBATE), by_hand=True),
    *rows("sources.yaml",
        ("PK\x03\x04" + "\0" * 26 + "[Content_Types].xml\n<Types>", "references: []"),
        ("{\\rtf1\\ansi {\\fonttbl} Hello}", "references: []"), ("\xd0\xcf\x11\xe0 x", "references: []"),
        by_hand=True,
    ),
    *rows("positions/q.yaml",
        ("<!DOCTYPE html>\n<html><p>Hi: there</p></html>", "position: q\narguments: []"),
        ('<?xml version="1.0"?>\n<a/>', "position: q\narguments: []"),
        by_hand=True,
    ),
    *rows("debate",
        (f"audiences: {{{', '.join(f'a{n}: [peace]' for n in range(51))}}}",
         f"audiences: {{{', '.join(f'a{n}: [peace]' for n in range(50))}}}"),
        by_hand=True,
    ),
    *rows("positions/con.yaml or none", ("position: q\narguments: []", ""), by_hand=True),
    *rows("positions/P.yaml or none", ("position: q\narguments: []", ""), by_hand=True),
    *rows("positions/q.yml or none", ("position: q\narguments: []", ""), by_hand=True),
    *rows("Latin-1",
        ("position: p\ntitle: Café\narguments: []", "position: p\ntitle: Café\narguments: []"),
        by_hand=True, faults=None,
    ),
]  # fmt: skip
