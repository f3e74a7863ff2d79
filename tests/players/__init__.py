"""People who play a transcript through one channel, and read what they are shown."""
