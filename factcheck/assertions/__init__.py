"""What each clause claims: an event with its participants, time, place, modality and who says so."""
