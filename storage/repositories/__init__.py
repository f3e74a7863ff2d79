"""One repository per aggregate: plain methods over a session, no generic base."""
