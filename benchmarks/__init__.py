"""What the software costs, as ratios against a named peer or floor in the same run."""
