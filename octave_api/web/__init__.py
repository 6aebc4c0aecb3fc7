"""What the one door to the web is made of: policy, limits, a process that reads pages."""
