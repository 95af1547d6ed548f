"""``python -m quizgen``: the same program as the ``quizgen`` command."""

from quizgen.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
