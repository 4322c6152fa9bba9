insert into journal_touch (kind, id, seq) values (?1, ?2, ?3)
