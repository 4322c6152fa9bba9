-- Projections: rows the desk derives from records so that lists, the day's page and search answer within a frame.
-- They carry no truth of their own: not in the journal's images, and the desk can write them again from the records.

create table case_row (
    id          text primary key,
    doc         text not null,
    number      text not null,
    title       text not null,
    leader      text not null,
    unit        text not null,
    stage       text not null,
    procedure   text not null,
    listed      integer not null check (listed in (0, 1)),
    open        integer not null check (open in (0, 1)),
    due         text,
    overdue_key text not null,
    year        integer not null,
    pinyin      text not null,
    initials    text not null
) strict;
create index case_row_number   on case_row (number);
create index case_row_title    on case_row (title);
create index case_row_leader   on case_row (leader);
create index case_row_unit     on case_row (unit);
create index case_row_stage    on case_row (stage, number);
create index case_row_open     on case_row (open, overdue_key, number);
create index case_row_due      on case_row (due);
create index case_row_overdue  on case_row (overdue_key, number);
create index case_row_year     on case_row (year, number);
create index case_row_filter   on case_row (year, stage, procedure, listed, open, unit);

create table duty (
    owner       text not null,
    n           integer not null,
    clock       text not null,
    kind        text not null,
    legal       integer not null check (legal in (0, 1)),
    due_nominal text,
    due_rolled  text,
    doc         text not null,
    primary key (owner, n)
) strict, without rowid;
create index duty_due on duty (due_rolled, legal);
create index duty_kind on duty (kind, due_rolled);

-- Search: one row a thing that can be found. `text` is folded (lower case, full-width to half, traditional to simplified).
create table search_row (
    n      integer primary key,
    kind   text not null,
    id     text not null,
    title  text not null,
    body   text not null,
    folded text not null,
    sound  text not null,
    unique (kind, id)
) strict;
create virtual table search_text using fts5 (folded, sound, content = 'search_row', content_rowid = 'n', tokenize = 'trigram', detail = 'full');
create trigger search_row_in after insert on search_row begin
    insert into search_text (rowid, folded, sound) values (new.n, new.folded, new.sound);
end;
create trigger search_row_out after delete on search_row begin
    insert into search_text (search_text, rowid, folded, sound) values ('delete', old.n, old.folded, old.sound);
end;
create trigger search_row_anew after update on search_row begin
    insert into search_text (search_text, rowid, folded, sound) values ('delete', old.n, old.folded, old.sound);
    insert into search_text (rowid, folded, sound) values (new.n, new.folded, new.sound);
end;
