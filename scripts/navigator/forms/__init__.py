"""Forms for experts without git: made from the models, and read back into records."""
