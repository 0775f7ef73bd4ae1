"""The screen: a Textual app over the same core that the command line drives."""
