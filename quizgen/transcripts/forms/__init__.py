"""The forms that transcripts come in, one file each."""
