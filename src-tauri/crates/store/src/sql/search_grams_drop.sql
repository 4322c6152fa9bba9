delete from search_gram where rowid = ?1
