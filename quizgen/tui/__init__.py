"""The full-screen interface: the only package that imports textual.

Screens show a ``Sitting`` and forward what the learner wants; they score nothing and
open no file. ``app.run`` is the entrance.
"""
