"""The form as an Excel workbook: written here, read back in a child process with limits."""
