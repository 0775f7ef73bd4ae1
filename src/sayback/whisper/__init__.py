"""Whisper through faster-whisper: which model, where it lies, its download, its use."""
