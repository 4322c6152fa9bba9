select sha from blob order by sha
