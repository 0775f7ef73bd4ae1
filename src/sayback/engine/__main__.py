"""`python -m sayback.engine`: the second process, started by EngineClient."""

from sayback.engine.worker import main

if __name__ == "__main__":
    main()
