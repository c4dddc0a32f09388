"""The sheets on paper: data from the content, typeset by Typst into PDFs (adr/0006)."""
