insert into blob_piece (sha, i, bytes) values (?1, ?2, ?3)
