select id, doc from case_row where {where} order by {order} {way}, number {way} limit ?{limit} offset ?{offset}
