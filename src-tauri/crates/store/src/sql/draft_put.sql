insert into draft (key, doc, turn) values (?1, ?2, (select coalesce(max(turn), 0) + 1 from draft)) on conflict (key) do update set doc = excluded.doc, turn = excluded.turn
