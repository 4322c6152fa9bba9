select 'case_row', id from case_row where id not in (select id from "case")
union all
select 'case', id from "case" where exists (select 1 from case_row) and id not in (select id from case_row)
union all
select distinct 'duty ' || kind, id from duty
where (kind = 'case' and id not in (select id from "case")) or (kind = 'meeting' and id not in (select id from meeting))
union all
select 'search_row ' || kind, id from search_row where kind = 'case' and id not in (select id from "case")
