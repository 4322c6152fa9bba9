-- The day's page parts the duties of cases by how they press, and shows the first of each part: both from this index alone.
create index duty_pressing on duty (kind, waiting, legal, nominal, rolled);
-- Was for a count that nothing asks any more.
drop index duty_count;
