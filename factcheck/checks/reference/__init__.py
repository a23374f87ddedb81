"""What articles say beside the facts that a newsroom gave."""
