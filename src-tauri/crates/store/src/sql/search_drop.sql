delete from search_row where kind = ?1 and id = ?2 returning n
