"""One file per platform; only an adapter here knows a platform."""
