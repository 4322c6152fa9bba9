insert or replace into search_gram (rowid, kind, title, sound, initials, body) values (?1, ?2, ?3, ?4, ?5, ?6)
