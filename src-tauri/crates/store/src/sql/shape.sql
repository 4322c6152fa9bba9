select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema where name not like 'sqlite\_stat_' escape '\' order by type, name
