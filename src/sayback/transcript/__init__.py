"""Words with their times: the types, and the formats they are read from and written to."""

from sayback.transcript.formats import load_transcript
from sayback.transcript.json_format import as_document, as_json, from_json
from sayback.transcript.model import Status, Transcript, Word
from sayback.transcript.plain_text import to_text
from sayback.transcript.sentences import split_sentences
from sayback.transcript.subtitles import to_srt, to_vtt

__all__ = [
    "Status",
    "Transcript",
    "Word",
    "as_document",
    "as_json",
    "from_json",
    "load_transcript",
    "split_sentences",
    "to_srt",
    "to_text",
    "to_vtt",
]
