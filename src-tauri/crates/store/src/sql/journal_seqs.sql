select seq from journal_touch where kind = ?1 and id = ?2 order by seq
