insert into series (name, last) values (?1, 1) on conflict (name) do update set last = last + 1 returning last
