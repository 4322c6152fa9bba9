insert into duty (kind, id, turn, clock, nominal, rolled, legal, waiting, doc) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
