"""Where an answer is given: one widget a shape of answer, all with the manners of ``AnswerArea``."""
