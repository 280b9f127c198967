"""Languages as bibliographies name them."""

_CODES = {
    "acadian": "fr-CA", "american": "en-US", "arabic": "ar", "australian": "en-AU", "austrian": "de-AT",
    "brazil": "pt-BR", "brazilian": "pt-BR", "british": "en-GB", "bulgarian": "bg", "canadian": "en-CA",
    "canadien": "fr-CA", "catalan": "ca", "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da",
    "dutch": "nl", "english": "en-US", "estonian": "et", "finnish": "fi", "francais": "fr", "french": "fr",
    "german": "de", "greek": "el", "hebrew": "he", "hungarian": "hu", "icelandic": "is", "irish": "ga",
    "italian": "it", "japanese": "ja", "korean": "ko", "latin": "la", "latvian": "lv", "lithuanian": "lt",
    "magyar": "hu", "naustrian": "de-AT", "newzealand": "en-NZ", "ngerman": "de", "norsk": "nb",
    "norwegian": "nb", "nswissgerman": "de-CH", "nynorsk": "nn", "persian": "fa", "polish": "pl",
    "portuges": "pt-PT", "portuguese": "pt-PT", "romanian": "ro", "russian": "ru", "serbian": "sr",
    "slovak": "sk", "slovene": "sl", "slovenian": "sl", "spanish": "es", "swedish": "sv", "swissgerman": "de-CH",
    "turkish": "tr", "ukenglish": "en-GB", "ukrainian": "uk", "usenglish": "en-US", "welsh": "cy",
}  # fmt: skip
"""Languages as LaTeX (babel) and people call them, and their codes (BCP 47), by which styles go."""


def language_code(name: str) -> str:
    """The code of a language; the name itself where it has none here."""
    return _CODES.get(name.lower(), name)


BABEL = {code: name for name, code in reversed(_CODES.items())} | {"en-US": "english"}
"""What LaTeX calls the language of a code."""
