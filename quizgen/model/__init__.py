"""The nouns of quizgen: frozen values without input, output or a clock.

Everything else imports these; they import nothing but the standard library.
"""
