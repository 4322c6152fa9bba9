-- Projections: rows the desk derives from records so that lists, the day's page and search answer within a frame.
-- They carry no truth of their own: not in the journal's images, and the desk can write them again from the records.

create table case_row (
    n         integer primary key,
    id        text not null unique,
    number    text not null,
    title     text not null,
    leader    text not null,
    unit      text not null,
    stage     text not null,
    procedure text not null,
    listed    integer not null,
    open      integer not null check (open in (0, 1)),
    due       text,
    rolled    text,
    owner     text not null,
    year      integer not null,
    -- What lists are ordered by when nothing else is asked: the date that presses, cases without one last.
    overdue_key text generated always as (coalesce(rolled, due, '9999-12-31')) stored,
    text      text not null,
    sound     text not null,
    doc       text not null
) strict;
create index case_row_number on case_row (number);
create index case_row_title on case_row (title, number);
create index case_row_leader on case_row (leader, number);
create index case_row_unit on case_row (unit, number);
create index case_row_stage on case_row (stage, number);
create index case_row_procedure on case_row (procedure, number);
create index case_row_listed on case_row (listed, number);
create index case_row_open on case_row (open, overdue_key, number);
create index case_row_due on case_row (due, number);
create index case_row_rolled on case_row (rolled, number);
create index case_row_owner on case_row (owner, overdue_key, number);
create index case_row_overdue on case_row (overdue_key, number);
create index case_row_year on case_row (year, number);
-- Counting under the filters that usually come together reads one of these alone.
create index case_row_count_open on case_row (open, stage, year, procedure, listed, owner);
create index case_row_count_year on case_row (year, stage, procedure, listed, open, owner);
-- The texts of all rows are read from this one when the first word is typed.
create index case_row_texts on case_row (text, sound);

create table duty (
    kind    text not null,
    id      text not null,
    turn    integer not null,
    clock   text not null,
    nominal text not null,
    rolled  text not null,
    legal   integer not null check (legal in (0, 1)),
    waiting integer not null check (waiting in (0, 1)),
    doc     text not null,
    primary key (kind, id, turn)
) strict, without rowid;
create index duty_rolled on duty (rolled, legal, nominal);
create index duty_count on duty (waiting, rolled);

-- Search: one row a thing that can be found, and its grams: every three neighbouring characters of the folded text,
-- each character written as four base-36 digits, so that one or two characters are found as the beginning of a gram.
create table search_row (
    n      integer primary key,
    kind   text not null,
    id     text not null,
    title  text not null,
    body   text not null,
    unique (kind, id)
) strict;
create virtual table search_gram using fts5 (kind, title, sound, initials, body, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '4 8');
