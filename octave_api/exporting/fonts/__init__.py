"""The fonts of the PDF documents; see LICENSES.md for what they are and whose."""
