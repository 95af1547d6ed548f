"""Bringing a bank up to date without losing a word that a person wrote.

``layout`` cuts a file into items, ``matching`` finds today's question for each of them,
``plan`` decides what becomes of it, ``splice`` writes that down; ``lock`` remembers.
"""
