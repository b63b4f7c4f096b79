// A layer without code yet.
