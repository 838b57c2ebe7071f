"""A run on many machines: Ray brings chunks to them and their parts back. Extra `ray`, imported nowhere else."""
