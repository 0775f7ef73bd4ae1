"""Many recordings one after another: what to do, doing it, what it came to."""

from sayback.batch.plan import Plan, Work, plan_folders, plan_takes
from sayback.batch.run import Outcome, run

__all__ = ["Outcome", "Plan", "Work", "plan_folders", "plan_takes", "run"]
