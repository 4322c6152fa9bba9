insert into case_row (id, number, title, leader, unit, stage, procedure, listed, open, due, rolled, owner, year, text, sound, doc)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
on conflict (id) do update set number = excluded.number, title = excluded.title, leader = excluded.leader, unit = excluded.unit,
    stage = excluded.stage, procedure = excluded.procedure, listed = excluded.listed, open = excluded.open, due = excluded.due,
    rolled = excluded.rolled, owner = excluded.owner, year = excluded.year, text = excluded.text, sound = excluded.sound,
    doc = excluded.doc
returning n
