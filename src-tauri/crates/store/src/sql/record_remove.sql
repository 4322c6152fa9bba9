delete from "{kind}" where id = ?1
