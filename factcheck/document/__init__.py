"""From a file to a Document: the reader's text, where it stands in the file, and when it was published."""
