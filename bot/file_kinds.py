"""What a file is, read from its first bytes and never from what the sender calls it."""

from __future__ import annotations

import zipfile
from pathlib import Path

KINDS = frozenset({"photo", "voice", "document"})
TYPES = frozenset(
    f"{kind}/{name}"
    for kind, names in {
        "image": "bmp gif heic heif jpeg png svg+xml tiff webp",
        "audio": "3gpp aac amr flac m4a mp3 mp4 mpeg ogg wav webm x-m4a x-wav",
        "video": "3gpp mp4 mpeg quicktime webm x-matroska",
        "text": "csv html plain",
        "application": "json msword octet-stream ogg pdf rtf zip x-zip-compressed"
        " vnd.android.package-archive vnd.ms-excel"
        " vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        " vnd.openxmlformats-officedocument.wordprocessingml.document",
    }.items()
    for name in names.split()
)
"""Types that senders name, also of files we do not take: what phones and computers call theirs."""

_HEAD = 32
_OFFICE_PARTS = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "audio/ogg": ".ogg",
    "audio/webm": ".webm",
    "audio/wav": ".wav",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/aac": ".aac",
    "application/pdf": ".pdf",
    _OFFICE_PARTS["word/"]: ".docx",
    _OFFICE_PARTS["xl/"]: ".xlsx",
}
"""How the name of a file of each type ends."""


def known(said: str, words: frozenset[str]) -> str:
    """What a sender says, if it is one of *words*: "other" for anything else, "" for nothing.

    Parameters after the type do not count.
    """
    word = said.partition(";")[0].strip().lower()
    return word if word in words or not word else "other"


def sniff(path: Path) -> tuple[str, str] | None:
    """Kind (photo, voice, document) and content type by the first bytes; None when not ours."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _office(path)
    return _photo(head) or _voice(head) or _pdf(head)


def _photo(head: bytes) -> tuple[str, str] | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "photo", "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "photo", "image/png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "photo", "image/webp"
    return None


def _voice(head: bytes) -> tuple[str, str] | None:
    if head.startswith(b"OggS"):
        return "voice", "audio/ogg"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "voice", "audio/webm"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "voice", "audio/wav"
    # Photos of some phones (HEIC) share this box; their brands are not among these.
    if head[4:8] == b"ftyp" and head[8:12] in {
        b"M4A ", b"M4B ", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"dash",
    }:  # fmt: skip
        return "voice", "audio/mp4"
    if head.startswith(b"ID3"):
        return "voice", "audio/mpeg"
    return _framed_voice(head)


def _framed_voice(head: bytes) -> tuple[str, str] | None:
    """MP3 and AAC without a header: both begin with eleven or twelve set bits."""
    sync = 0xFF
    if len(head) < 2 or head[0] != sync:  # noqa: PLR2004 - the two bytes of the sync word
        return None
    if head[1] & 0xF6 == 0xF0:  # noqa: PLR2004 - ADTS: layer 00
        return "voice", "audio/aac"
    if head[1] & 0xE0 == 0xE0 and head[1] & 0x06:  # noqa: PLR2004 - MPEG audio: layer set
        return "voice", "audio/mpeg"
    return None


def _pdf(head: bytes) -> tuple[str, str] | None:
    return ("document", "application/pdf") if head.startswith(b"%PDF-") else None


def _office(path: Path) -> tuple[str, str] | None:
    """Word and Excel files of today are archives; those with macros are not taken."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    for folder, content_type in _OFFICE_PARTS.items():
        if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names):
            return "document", content_type
    return None
