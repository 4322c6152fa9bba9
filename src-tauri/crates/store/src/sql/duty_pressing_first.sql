-- The inner select reads the index alone; only what is shown is fetched.
select d.kind, d.id, d.clock, d.nominal, d.rolled, d.legal, d.waiting, d.doc
from (
    select kind, id, turn from duty
    where kind = 'case' and case
        when waiting = 1 then 'waiting'
        when rolled < ?1 then case legal when 1 then 'overdue' else 'risk' end
        when nominal = ?1 or rolled = ?1 then 'today'
        when legal = 1 and nominal <= ?2 then 'risk'
    end = ?3
    order by nominal, id, turn limit ?4
) f join duty d on d.kind = f.kind and d.id = f.id and d.turn = f.turn
order by d.nominal, d.id, d.turn
