"""Takes and their files: plain WAV and JSON, in folders by date."""
