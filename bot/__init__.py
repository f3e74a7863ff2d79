"""How messages get in and out: channels, pages, commands, and the wiring of all parts."""
