"""From samples and a question to transcript and report; and the second process that does it."""
