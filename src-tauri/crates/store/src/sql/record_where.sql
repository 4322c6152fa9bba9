select id, doc from "{kind}" where "{column}" = ?1 order by length(id), id
