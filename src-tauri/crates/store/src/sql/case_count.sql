select count(*) from case_row where {where}
