"""quizgen's own rules, one file each, none of which knows another."""
