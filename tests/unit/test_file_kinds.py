"""A file is what its first bytes say."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bot.file_kinds import sniff

JPEG = b"\xff\xd8\xff\xe0" + b"j" * 1000


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name in names:
            opened.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (JPEG, ("photo", "image/jpeg")),
        (b"\x89PNG\r\n\x1a\nrest", ("photo", "image/png")),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ("photo", "image/webp")),
        (b"OggS\x00rest", ("voice", "audio/ogg")),
        (b"\x1aE\xdf\xa3rest", ("voice", "audio/webm")),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", ("voice", "audio/wav")),
        (b"\x00\x00\x00\x18ftypM4A rest", ("voice", "audio/mp4")),
        (b"\x00\x00\x00\x18ftypisomrest", ("voice", "audio/mp4")),
        (b"ID3\x04rest", ("voice", "audio/mpeg")),
        (b"\xff\xfb\x90\x00", ("voice", "audio/mpeg")),
        (b"\xff\xf1\x50\x80", ("voice", "audio/aac")),
        (b"%PDF-1.7", ("document", "application/pdf")),
        (b"\x00\x00\x00\x18ftypheicrest", None),
        (b"<svg xmlns=", None),
        (b"<html><script>", None),
        (b"MZ\x90\x00", None),
        (b"\xff", None),
        (b"\xff\x00", None),
        (b"", None),
        (b"PK\x03\x04 broken", None),
        (archive("a.txt"), None),
        (archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), None),
    ],
)
def test_a_file_is_what_its_bytes_say(
    tmp_path: Path, content: bytes, wanted: tuple[str, str] | None
) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    assert sniff(path) == wanted


@pytest.mark.parametrize("folder", ["word", "xl"])
def test_office_documents_are_documents(tmp_path: Path, folder: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(archive("[Content_Types].xml", f"{folder}/main.xml"))
    found = sniff(path)
    assert found is not None
    assert found[0] == "document"
