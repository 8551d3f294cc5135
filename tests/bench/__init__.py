"""`make bench`: Factbox beside its peers, in accuracy and in speed, all measured in one run."""
