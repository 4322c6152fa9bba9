insert into migration (version, name, hash, shape, at) values (?1, ?2, ?3, ?4, ?5)
