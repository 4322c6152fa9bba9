insert into search_row (kind, id, title, body) values (?1, ?2, ?3, ?4)
on conflict (kind, id) do update set title = excluded.title, body = excluded.body returning n
