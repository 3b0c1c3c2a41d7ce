"""Frameworks as data: the Compact's objectives, actions, principles; the SDGs; policy axes; crosswalks."""
