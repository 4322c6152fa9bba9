select id, doc from "{kind}" order by length(id), id
