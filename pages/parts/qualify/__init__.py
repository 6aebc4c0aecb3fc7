"""What the Qualify page is made of."""
