"""Runs Anki itself on a collection: ``anki_steps.py COLLECTION STEPS``, both told by a test.

STEPS is JSON, a list of steps; the result of each is printed as JSON. It is a program of its
own because Anki warns of things that this project's tests take for errors.
"""

import json
import sys

from anki import import_export_pb2 as pb
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

IF_NEWER = pb.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER


class Steps:
    def __init__(self, path):
        self.collection = Collection(path)

    def package(self, path):
        options = ImportAnkiPackageOptions(update_notes=IF_NEWER, update_notetypes=IF_NEWER)
        request = ImportAnkiPackageRequest(package_path=path, options=options)
        return self._log(self.collection.import_anki_package(request))

    def text(self, path):
        metadata = self.collection.get_csv_metadata(path=path, delimiter=None)
        request = pb.ImportCsvRequest(path=path, metadata=metadata)
        return self._log(self.collection.import_csv(request))

    def _log(self, response):
        kinds = ("new", "updated", "duplicate", "conflicting")
        return {kind: len(getattr(response.log, kind)) for kind in kinds}

    def review(self, guid):
        """Answer the card of a note as well known; its interval in days."""
        card = self._note(guid).cards()[0]
        self.collection.sched.set_due_date([card.id], "30!")
        return self.collection.get_card(card.id).ivl

    def note(self, guid):
        """The fields of a note, its cards' intervals, and both sides of its first card."""
        note = self._note(guid)
        cards = note.cards()
        return {
            "fields": dict(note.items()),
            "intervals": [card.ivl for card in cards],
            "question": cards[0].question(),
            "answer": cards[0].answer(),
            "tags": note.tags,
        }

    def counts(self):
        """Notes, cards, and whether Anki finds anything wrong."""
        found = self.collection
        _, sound = found.fix_integrity()
        return [found.note_count(), found.card_count(), sound, found.get_empty_cards().report]

    def _note(self, guid):
        (number,) = self.collection.db.list("select id from notes where guid = ?", guid)
        return self.collection.get_note(number)


steps = Steps(sys.argv[1])
results = [getattr(steps, name)(*words) for name, *words in json.loads(sys.argv[2])]
steps.collection.close()
sys.stdout.write(json.dumps(results))
