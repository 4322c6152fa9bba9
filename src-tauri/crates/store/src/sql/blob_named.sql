select sha256, 'material ' || id from material where sha256 is not null
union all
select sha256, 'paper ' || id from paper where sha256 is not null
