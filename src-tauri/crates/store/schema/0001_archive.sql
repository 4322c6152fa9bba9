-- The file as first released: the journal, the records it is folded into, numbers, attachments, projections, drafts.
-- Never edited after release; later changes are further files beside this one.

create table meta (key text primary key, value text not null) strict, without rowid;

-- The journal. Nothing in it is ever changed or removed; the triggers below refuse it to every program but a forger's.
create table journal (
    seq     integer primary key,
    at      text not null,
    by      text not null,
    act     text not null,
    body    text not null,
    reasons text not null,
    images  text not null,
    prev    text not null,
    hash    text not null
) strict;
create trigger journal_keeps before update on journal begin select raise(abort, 'the journal is never changed'); end;
create trigger journal_stays before delete on journal begin select raise(abort, 'the journal is never shortened'); end;

-- Which line touched which record: found again from the images, so verify checks it like any fold.
create table journal_touch (kind text not null, id text not null, seq integer not null, primary key (kind, id, seq)) strict, without rowid;

-- Last number given out in each series; 'id:<kind>' is the series of a kind's own ids.
create table series (name text primary key, last integer not null check (last > 0)) strict, without rowid;

-- Attachments and issued papers by the SHA-256 of their bytes, in pieces of 1 MiB.
create table blob (sha text primary key, len integer not null check (len >= 0)) strict, without rowid;
create table blob_piece (sha text not null references blob (sha), i integer not null, bytes blob not null, primary key (sha, i)) strict;
create trigger blob_keeps before update on blob begin select raise(abort, 'stored bytes are never changed'); end;
create trigger blob_stays before delete on blob begin select raise(abort, 'stored bytes are never removed'); end;
create trigger blob_piece_keeps before update on blob_piece begin select raise(abort, 'stored bytes are never changed'); end;
create trigger blob_piece_stays before delete on blob_piece begin select raise(abort, 'stored bytes are never removed'); end;

-- Forms not yet sent. Outside the journal on purpose: nothing has been done yet.
create table draft (key text primary key, doc text not null, turn integer not null) strict, without rowid;

-- Records: one table a kind, the document as canonical JSON, generated columns only where a view asks.
create table "committee" ( -- 委员会
    id text primary key,
    doc text not null
) strict;
create table "member" ( -- 委员
    id text primary key,
    doc text not null,
    "category" text generated always as (json_extract(doc, '$.category')) virtual,
    "name" text generated always as (json_extract(doc, '$.name')) virtual
) strict;
create index "member_category" on "member" ("category");
create index "member_name" on "member" ("name");
create table "adviser" ( -- 顾问专家
    id text primary key,
    doc text not null,
    "name" text generated always as (json_extract(doc, '$.name')) virtual
) strict;
create index "adviser_name" on "adviser" ("name");
create table "training" ( -- 培训
    id text primary key,
    doc text not null,
    "on" text generated always as (json_extract(doc, '$.on')) virtual
) strict;
create index "training_on" on "training" ("on");
create table "case" ( -- 案件
    id text primary key,
    doc text not null,
    "number" text generated always as (json_extract(doc, '$.number')) virtual
) strict;
create index "case_number" on "case" ("number");
create table "material" ( -- 材料
    id text primary key,
    doc text not null,
    "case" text generated always as (json_extract(doc, '$.case')) virtual,
    "sha256" text generated always as (json_extract(doc, '$.sha256')) virtual
) strict;
create index "material_case" on "material" ("case");
create index "material_sha256" on "material" ("sha256");
create table "meeting" ( -- 会议
    id text primary key,
    doc text not null,
    "year" text generated always as (json_extract(doc, '$.year')) virtual,
    "starts" text generated always as (json_extract(doc, '$.starts')) virtual
) strict;
create index "meeting_year" on "meeting" ("year");
create index "meeting_starts" on "meeting" ("starts");
create table "item" ( -- 议题
    id text primary key,
    doc text not null,
    "meeting" text generated always as (json_extract(doc, '$.meeting')) virtual,
    "case" text generated always as (json_extract(doc, '$.case')) virtual
) strict;
create index "item_meeting" on "item" ("meeting");
create index "item_case" on "item" ("case");
create table "paper" ( -- 文书
    id text primary key,
    doc text not null,
    "case" text generated always as (json_extract(doc, '$.case')) virtual,
    "meeting" text generated always as (json_extract(doc, '$.meeting')) virtual,
    "item" text generated always as (json_extract(doc, '$.item')) virtual,
    "kind" text generated always as (json_extract(doc, '$.kind')) virtual,
    "state" text generated always as (json_extract(doc, '$.state')) virtual,
    "number" text generated always as (json_extract(doc, '$.number')) virtual,
    "sha256" text generated always as (json_extract(doc, '$.sha256')) virtual,
    "check_code" text generated always as (json_extract(doc, '$.check_code')) virtual
) strict;
create index "paper_case" on "paper" ("case");
create index "paper_meeting" on "paper" ("meeting");
create index "paper_item" on "paper" ("item");
create index "paper_kind" on "paper" ("kind");
create index "paper_state" on "paper" ("state");
create index "paper_number" on "paper" ("number");
create index "paper_sha256" on "paper" ("sha256");
create index "paper_check_code" on "paper" ("check_code");
create table "complaint" ( -- 投诉举报
    id text primary key,
    doc text not null,
    "case" text generated always as (json_extract(doc, '$.case')) virtual
) strict;
create index "complaint_case" on "complaint" ("case");
create table "consultation" ( -- 咨询
    id text primary key,
    doc text not null,
    "case" text generated always as (json_extract(doc, '$.case')) virtual
) strict;
create index "consultation_case" on "consultation" ("case");
create table "calendar" ( -- 工作日历
    id text primary key,
    doc text not null,
    "year" text generated always as (json_extract(doc, '$.year')) virtual
) strict;
create index "calendar_year" on "calendar" ("year");
create table "wording" ( -- 文书文本
    id text primary key,
    doc text not null,
    "kind" text generated always as (json_extract(doc, '$.kind')) virtual
) strict;
create index "wording_kind" on "wording" ("kind");
create table "law_text" ( -- 法规文本
    id text primary key,
    doc text not null,
    "instrument" text generated always as (json_extract(doc, '$.instrument')) virtual
) strict;
create index "law_text_instrument" on "law_text" ("instrument");
create table "report" ( -- 报告
    id text primary key,
    doc text not null,
    "year" text generated always as (json_extract(doc, '$.year')) virtual,
    "kind" text generated always as (json_extract(doc, '$.kind')) virtual
) strict;
create index "report_year" on "report" ("year");
create index "report_kind" on "report" ("kind");
create table "packet" ( -- 审查包
    id text primary key,
    doc text not null,
    "meeting" text generated always as (json_extract(doc, '$.meeting')) virtual,
    "member" text generated always as (json_extract(doc, '$.member')) virtual
) strict;
create index "packet_meeting" on "packet" ("meeting");
create index "packet_member" on "packet" ("member");
create table "contact" ( -- 联系人
    id text primary key,
    doc text not null,
    "name" text generated always as (json_extract(doc, '$.name')) virtual
) strict;
create index "contact_name" on "contact" ("name");
create table "note" ( -- 记事
    id text primary key,
    doc text not null,
    "case" text generated always as (json_extract(doc, '$.case')) virtual
) strict;
create index "note_case" on "note" ("case");
