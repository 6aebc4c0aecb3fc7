"""What the service is made of: routes, problems, the OpenAPI page, logs and metrics."""
