"""The bundled answer that stands in for a microphone: its question, its sound, its words.

The embedded voice spoke it; `scripts/make_demo_answer.py` has it spoken again.
"""

from sayback.demo.answer import ANSWER_PATH, QUESTION, answer_transcript

__all__ = ["ANSWER_PATH", "QUESTION", "answer_transcript"]
