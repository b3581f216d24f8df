"""What a table of sources is treated by; `flake8_trtc.spark` is its door."""
