"""Finding words anywhere, and doing or going: what the palette and the Find page share."""
