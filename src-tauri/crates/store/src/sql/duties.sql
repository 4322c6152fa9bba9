select kind, id, clock, nominal, rolled, legal, waiting, doc from duty
where ?1 is null or rolled <= ?1 order by rolled, legal desc, nominal, kind, id, turn limit ?2
