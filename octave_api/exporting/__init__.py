"""What `octave_api.export` is made of: one module a kind of document. Pure."""
