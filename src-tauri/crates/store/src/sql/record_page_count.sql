select count(*) from "{kind}" where {where}
