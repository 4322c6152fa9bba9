select n, text, sound from case_row indexed by case_row_texts
