"""What all tests share: drawn examples are the same each time, and may take as long as the machine needs."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# a busy machine draws slowly; that says nothing about the program
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
