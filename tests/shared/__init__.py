"""Tests against the samples that stand beside the checkout; skipped where they are not there."""
