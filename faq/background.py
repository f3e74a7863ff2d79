"""Messages that no FAQ entry answers: greetings, petitions to record, scams, nonsense."""

from functools import lru_cache
from importlib.resources import files

import yaml

from faq.normalize import clean

__all__ = ["load_background"]


@lru_cache(maxsize=1)
def load_background() -> tuple[str, ...]:
    """Give the background messages that come with the software."""
    text = files("faq").joinpath("data", "background.yaml").read_text(encoding="utf-8")
    kinds: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # text only
    return tuple(clean(message) for messages in kinds.values() for message in messages)
