select key, doc, at from draft order by at desc, key
