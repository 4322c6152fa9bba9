select
    case
        when waiting = 1 then 'waiting'
        when rolled < ?1 then case legal when 1 then 'overdue' else 'risk' end
        when nominal = ?1 or rolled = ?1 then 'today'
        when legal = 1 and nominal <= ?2 then 'risk'
    end as pressing,
    count(*)
from duty where kind = 'case' group by pressing having pressing is not null
