select seq, at, by, act, body, reasons, images, prev, hash from journal
where seq >= ?1 and (?3 is null or seq in (select seq from journal_touch where kind = ?3 and id = ?4))
order by seq limit ?2
