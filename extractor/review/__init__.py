"""What both faces of reviewing share: the fields a person may correct, and a claim made from a selection."""
