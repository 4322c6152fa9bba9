select
    count(*) filter (where waiting = 0 and rolled < ?1),
    count(*) filter (where waiting = 0 and rolled = ?1),
    count(*) filter (where waiting = 0 and rolled > ?1 and rolled <= ?2),
    count(*) filter (where waiting = 0 and rolled > ?2),
    count(*) filter (where waiting = 1)
from duty
