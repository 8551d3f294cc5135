"""The facts as the matcher looks them up: read, their words weighed, indexed."""
