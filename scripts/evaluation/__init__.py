"""How true the report's figures are, measured on material whose truth is known."""
