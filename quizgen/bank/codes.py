"""Every code that ``quizgen check`` may report about a bank, in one table."""

from quizgen.model.problem import Level

_ERROR, _WARNING = Level.ERROR, Level.WARNING

CODES: dict[str, tuple[Level, str]] = {
    # The file as YAML
    "syntax": (_ERROR, "A line cannot be read where it stands."),
    "colon-in-text": (_ERROR, "A colon and a space stand in text without quotes."),
    "quote-in-text": (_ERROR, "Text goes on behind its closing quotation mark."),
    "open-quote": (_ERROR, "A quotation mark at the start of a text is not closed."),
    "open-bracket": (_ERROR, "A bracket at the start of a list is not closed."),
    "leading-sign": (_ERROR, "A text begins with a sign that means something else to YAML."),
    "backslash": (_ERROR, "A backslash stands in double quotes."),
    "tab": (_ERROR, "A line is indented with a tab."),
    "indentation": (_ERROR, "A field does not stand under the others of its question."),
    "space-missing": (_ERROR, "The space behind a colon or a dash is missing."),
    "alias": (_ERROR, "A text begins with an asterisk."),
    "anchor": (_ERROR, "A text begins with an ampersand."),
    "tag": (_ERROR, "A text begins with an exclamation mark."),
    "key-is-no-text": (_ERROR, "A list stands where the name of a field should be."),
    "not-a-field": (_ERROR, "Something stands at the left margin without a field's name."),
    "control-character": (_ERROR, "An invisible sign stands in the file."),
    "several-documents": (_ERROR, "A line `---` begins a second document."),
    "too-deep": (_ERROR, "Lists are nested too deep."),
    "too-large": (_ERROR, "The file is too large."),
    "too-many": (_ERROR, "So much is broken that the rest of the file is not looked at."),
    "unreadable": (_ERROR, "The file cannot be read."),
    # Fields
    "not-a-bank": (_ERROR, "The file does not look like a bank."),
    "empty-file": (_ERROR, "There is nothing in the file."),
    "version": (_ERROR, "The file was written for another version of the format."),
    "duplicate-key": (_ERROR, "A field stands twice."),
    "unknown-key": (_ERROR, "There is no field of this name."),
    "wrong-shape": (_ERROR, "A field's value is not what belongs there."),
    "empty": (_ERROR, "A field that is needed is empty."),
    "empty-field": (_WARNING, "A field that may be left out is empty."),
    "missing": (_ERROR, "A field that is needed is not there."),
    "bad-id": (_ERROR, "An id holds signs that an id cannot hold."),
    "damaged-made": (_WARNING, "quizgen's own line was changed."),
    "date": (_WARNING, "A date is not written as year-month-day."),
    # Meaning
    "no-answer": (_ERROR, "A question has no answer."),
    "no-wrong": (_ERROR, "A question has an answer but nothing to choose it from."),
    "field-not-for-type": (_ERROR, "A field does not belong to this type of question."),
    "answer-among-wrong": (_ERROR, "The right answer also stands among the wrong ones."),
    "answer-not-in-choices": (_ERROR, "The right answer is none of the choices."),
    "equal-options": (_ERROR, "Two options are the same."),
    "similar-options": (_WARNING, "Two options differ only in capitals or spaces."),
    "blanks-count": (_ERROR, "The number of blanks and of their answers differ."),
    "too-few": (_ERROR, "A list has too few entries."),
    "guessed-type": (_WARNING, "The type of a question was guessed, and may be another."),
    "copied-id": (_WARNING, "Two questions have the same id."),
    "unknown-id": (_WARNING, "An id belongs to no question of this bank."),
    "include": (_ERROR, "A bank to include cannot be used."),
    "no-questions": (_WARNING, "The bank has no questions."),
    # Text that was cut or joined without a word
    "text-cut": (_WARNING, "A number sign cut a text short."),
    "list-in-text": (_WARNING, "A line that looks like a list entry became part of a text."),
    "comma-in-list": (_ERROR, "A comma in brackets split a text in two."),
    "curly-quotes": (_WARNING, "Curly quotes stand round an option as if they were YAML's."),
}
