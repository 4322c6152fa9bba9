select kind, id, seq from journal_touch
