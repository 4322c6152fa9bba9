select sha, len from blob order by sha
