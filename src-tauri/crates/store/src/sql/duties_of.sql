select kind, id, clock, nominal, rolled, legal, waiting, doc from duty where kind = ?1 and id = ?2 order by rolled, turn
