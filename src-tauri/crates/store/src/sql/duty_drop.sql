delete from duty where kind = ?1 and id = ?2
