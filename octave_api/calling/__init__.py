"""What the client is made of: calls as requests, answers as models, retries, snippets."""
