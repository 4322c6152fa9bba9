select name, last from series order by name
