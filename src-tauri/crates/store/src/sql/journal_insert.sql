insert into journal (seq, at, by, act, body, reasons, images, prev, hash) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
