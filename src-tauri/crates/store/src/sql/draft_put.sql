insert into draft (key, doc, at) values (?1, ?2, ?3) on conflict (key) do update set doc = excluded.doc, at = excluded.at
