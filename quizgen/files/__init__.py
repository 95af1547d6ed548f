"""Reading text and replacing files safely; knows nothing of what the text means."""
