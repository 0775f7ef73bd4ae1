"""Trains the model that labels the sentences of an answer with S, T, A, R or O."""
