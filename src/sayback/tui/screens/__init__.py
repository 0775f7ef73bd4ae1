"""The screens and dialogs, each with a style sheet beside it."""
