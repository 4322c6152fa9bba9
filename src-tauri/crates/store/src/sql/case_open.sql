select id from case_row where open = 1 order by n
