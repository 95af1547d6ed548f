"""The cyclic garbage collector, out of the way while very many objects are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Suspend the collector: nodes and questions make no cycles, but many passes over them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()  # what was made counts as old at once, and is not looked at now
                gc.unfreeze()
            gc.enable()
