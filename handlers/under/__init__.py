"""What stands under an answer."""
