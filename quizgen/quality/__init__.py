"""Is a question well made? Flaws of items, and which candidates make the best bank."""
