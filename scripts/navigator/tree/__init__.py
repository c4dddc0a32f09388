"""From a company's answers to advice: pure rules over the records of `content/tree/`."""
