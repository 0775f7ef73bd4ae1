"""The command line: thin commands over the same core that the screen drives."""
