"""What the library is made of: tables, rows, changes, history, search, migrations."""
