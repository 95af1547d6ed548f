"""Banks as YAML files: reading with all problems, writing, ids and stamps."""
