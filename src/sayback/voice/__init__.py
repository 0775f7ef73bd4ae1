"""A voice for the questions: the system's own or the embedded one, and a cache of both."""
