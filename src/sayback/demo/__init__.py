"""The bundled answer that stands in for a microphone: its question, its sound, its words.

It was spoken by the embedded voice from `answer.txt`, by `scripts/make_demo_answer.py`.
"""

from sayback.demo.answer import ANSWER_PATH, QUESTION, answer_transcript

__all__ = ["ANSWER_PATH", "QUESTION", "answer_transcript"]
