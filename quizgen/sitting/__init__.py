"""A session at work: the pure ``study.Session``, kept in the learner's history as it goes.

The full-screen app and the line mode both drive ``sitting.sitting.Sitting``.
"""
