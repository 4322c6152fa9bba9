select bytes from blob_piece where sha = ?1 order by i
