select id, number, title, leader, unit, text, sound from case_row
