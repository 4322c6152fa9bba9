delete from case_row where id = ?1
