"""What the matcher knows of English: words, turns of phrase, clauses; no subject and no source."""
