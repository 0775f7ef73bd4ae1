"""Sound in and out: devices, recorder, player, level meter, decoding of any audio file."""
