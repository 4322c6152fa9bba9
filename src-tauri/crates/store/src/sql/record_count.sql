select count(*) from "{kind}"
