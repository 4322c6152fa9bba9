select t.name, c.name from sqlite_schema t, pragma_table_xinfo(t.name) c where t.type = 'table' and c.hidden = 2
