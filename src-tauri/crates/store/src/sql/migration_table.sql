create table migration (
    version integer primary key,
    name    text not null,
    hash    text not null,
    shape   text not null,
    at      text not null
) strict;
