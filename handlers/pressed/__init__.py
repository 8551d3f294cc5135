"""What happens when somebody presses what stands under an answer."""
