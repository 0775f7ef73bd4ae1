"""The state machine of one question: ask, think, answer, analyse; and follow-up questions."""
