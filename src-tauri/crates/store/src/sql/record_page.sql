select id, doc from "{kind}" where {where} order by length(id) desc, id desc limit ?2 offset ?3
