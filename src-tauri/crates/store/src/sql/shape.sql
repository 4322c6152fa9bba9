select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema order by type, name
