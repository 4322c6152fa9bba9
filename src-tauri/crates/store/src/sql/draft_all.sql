select key, doc from draft order by turn desc
