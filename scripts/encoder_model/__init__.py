"""What the models that read answers have in common: MiniLM's encoder, and how it is packed."""
