"""The gate of a desk that keeps its copy in git: policy, the gate itself, its report, its commands."""
