"""What the Symptoms page shows: the list, one symptom's days, what goes with it, what was written."""
