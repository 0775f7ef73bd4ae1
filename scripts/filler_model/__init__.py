"""Trains the network that hears fillers among the words."""
