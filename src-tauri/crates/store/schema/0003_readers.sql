-- What members say before a meeting: whose key signs for whom, their opinions, and the points made of them.
create table "reader" ( -- 委员钥匙
    id text primary key,
    doc text not null,
    "member" text generated always as (json_extract(doc, '$.member')) virtual
) strict;
create index "reader_member" on "reader" ("member");
create table "opinion" ( -- 会前意见
    id text primary key,
    doc text not null,
    "item" text generated always as (json_extract(doc, '$.item')) virtual,
    "member" text generated always as (json_extract(doc, '$.member')) virtual
) strict;
create index "opinion_item" on "opinion" ("item");
create index "opinion_member" on "opinion" ("member");
create table "points" ( -- 意见要点
    id text primary key,
    doc text not null,
    "case" text generated always as (json_extract(doc, '$.case')) virtual
) strict;
create index "points_case" on "points" ("case");
