delete from draft where key = ?1
