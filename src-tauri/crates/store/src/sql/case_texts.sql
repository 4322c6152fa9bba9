select n, text, sound from case_row order by n
