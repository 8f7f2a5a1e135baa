"""Where on the body: a picture to point at, and the list it is a picture of."""
