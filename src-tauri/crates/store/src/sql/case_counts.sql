select {column}, count(*) from case_row group by {column} order by {column}
