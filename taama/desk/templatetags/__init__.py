"""How the desk's pages write a figure."""
