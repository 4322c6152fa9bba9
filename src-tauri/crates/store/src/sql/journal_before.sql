select images from journal where seq = (select max(seq) from journal_touch where kind = ?1 and id = ?2 and seq < ?3)
