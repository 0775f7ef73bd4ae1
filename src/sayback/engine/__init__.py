"""From samples and a question to transcript and report; and the second process that does it."""

from sayback.engine.client import EngineClient
from sayback.engine.core import run_job
from sayback.engine.job import AnalysisJob

__all__ = ["AnalysisJob", "EngineClient", "run_job"]
