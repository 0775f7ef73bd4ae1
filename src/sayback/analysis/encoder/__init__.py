"""A small encoder that reads a whole answer at once and labels its sentences."""
