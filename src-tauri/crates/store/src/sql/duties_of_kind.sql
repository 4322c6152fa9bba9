select kind, id, clock, nominal, rolled, legal, waiting, doc from duty where kind = ?1 order by rolled, nominal, id, turn
