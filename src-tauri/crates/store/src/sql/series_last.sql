select last from series where name = ?1
