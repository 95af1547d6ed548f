"""What screens are made of. A widget knows values of the model, never a sitting."""
