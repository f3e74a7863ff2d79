"""The web server: chat page, health, metrics, one-time downloads."""
