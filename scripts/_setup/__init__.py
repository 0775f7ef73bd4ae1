"""Makes `.venv` and keeps it right, with nothing but the standard library.

`launch`     how every script starts: set up where that is needed, then hand over
`ready`      whether anything is to be done: the few milliseconds that every start pays
`prepare`    what is done then, in order
`machine`    whether Sayback's libraries exist for this machine and this Python
`install`    the environment, the locked packages, Sayback itself
`debian`     packages of the system, where apt-get is there to bring them
`warm_up`    run inside `.venv`: compiles what would otherwise keep the first report waiting
`workers`    how the tests are run
`steps`      telling what happens, hiding what a tool prints unless it fails

An older Python can read this file and no other, so the check of its version is here.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is where an older one is turned away
    sys.exit(
        "Sayback needs Python 3.11 or newer and this is {}.{}: install a newer one and give this"
        " command to it, as in `python3.13 {}`.".format(*sys.version_info[:2], sys.argv[0])
    )
