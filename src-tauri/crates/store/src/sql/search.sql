select r.kind, r.id, r.title, r.body from search_gram g cross join search_row r on r.n = g.rowid
where g.search_gram match ?1 order by g.rowid desc
