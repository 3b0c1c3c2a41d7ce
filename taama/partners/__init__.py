"""Organisations: ministries, agencies, donors, civil society, each with dated names."""
