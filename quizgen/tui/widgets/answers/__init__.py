"""Where an answer is given: one widget a shape of answer."""
