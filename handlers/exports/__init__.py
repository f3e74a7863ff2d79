"""Lists that leave the system: one class per kind, one writer per format."""
