insert into blob (sha, len) values (?1, ?2)
