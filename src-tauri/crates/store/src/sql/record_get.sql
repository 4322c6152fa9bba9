select doc from "{kind}" where id = ?1
