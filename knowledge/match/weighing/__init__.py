"""A question held against the facts: which are looked at, how near each comes, what rules it out, how sure the best is."""
