"""Known findings: written down once, so that from then on only what is new is reported."""
