"""What is recorded: one module per word of the product."""
