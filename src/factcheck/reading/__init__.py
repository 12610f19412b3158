"""Reading: files, folders and texts in, articles out."""
