"""A plan as an Excel file: written out, read in a child process, understood row by row before anything is saved."""
