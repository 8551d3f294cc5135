"""What is to be posted, and the threads that post it."""
