"""A Report as terminal text, Markdown and HTML."""
