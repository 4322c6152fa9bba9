select kind, id, clock, nominal, rolled, legal, waiting, doc from duty where waiting = 1 order by rolled, nominal, kind, id, turn limit ?1
