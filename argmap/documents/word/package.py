"""A file of Office Open XML: parts in a zip, with the same bytes for the same parts.

Written with the standard library alone: half a dozen parts need no library, and every time and order in the zip is
ours. ISO/IEC 29500, transitional.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from argmap.wording.unseen_characters import seen

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EXTERNAL = ' TargetMode="External"'
_MIDNIGHT = (1980, 1, 1, 0, 0, 0)

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:r="{_OFFICE}"'
)  # fmt: skip

FOOTER = "rId_footer"
"""The id by which a document refers to its foot."""


def xml_text(text: str) -> str:
    """Data as text or an attribute of XML, blanks kept; what is not seen, or no XML may hold, is U+FFFD."""
    return escape(seen(text), {'"': "&quot;", "\n": " ", "\t": " "})


def packed(
    title: str, parts: Mapping[str, str], links: Mapping[str, Mapping[str, str]], pictures: Mapping[str, bytes]
) -> bytes:  # fmt: skip
    """A package of the main parts of a document (`document`, `styles`, …, without their root's namespaces), each with
    the addresses that it links to, by the id of the relation; and the document's pictures (PNG), likewise."""
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations({
            "rId1": ("officeDocument", "word/document.xml", False), "rId2": ("core", "docProps/core.xml", False),
        }),
        "docProps/core.xml": _core(title),
        **{f"word/{name}.xml": _HEAD + text for name, text in parts.items()},
    }  # fmt: skip
    others = {f"rId_{name}": (name, f"{name}.xml", False) for name in parts if name != "document"}
    others |= {id: ("image", f"media/{id}.png", False) for id in pictures}
    for name in parts:
        own = {id: ("hyperlink", address, True) for id, address in links.get(name, {}).items()}
        if found := {**(others if name == "document" else {}), **own}:
            files[f"word/_rels/{name}.xml.rels"] = _relations(found)
    return _zipped({name: text.encode() for name, text in files.items()} | {
        f"word/media/{id}.png": content for id, content in pictures.items()
    })  # fmt: skip


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _MIDNIGHT)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, content)
    return buffer.getvalue()


def _content_types(parts: Mapping[str, str]) -> str:
    main = {name: "document.main" if name == "document" else name for name in parts}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in main.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(found: Mapping[str, tuple[str, str, bool]]) -> str:
    rows = "".join(
        f'<Relationship Id="{id}" Type="{_type(kind)}" Target="{xml_text(target)}"{_EXTERNAL * out}/>'
        for id, (kind, target, out) in found.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _type(kind: str) -> str:
    return f"{_PACKAGE}/relationships/metadata/core-properties" if kind == "core" else f"{_OFFICE}/{kind}"


def _core(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:language>en</dc:language></cp:coreProperties>"
    )
