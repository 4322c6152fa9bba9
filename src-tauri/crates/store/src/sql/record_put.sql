insert into "{kind}" (id, doc) values (?1, ?2) on conflict (id) do update set doc = excluded.doc
