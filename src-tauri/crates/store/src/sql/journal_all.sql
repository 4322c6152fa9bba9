select seq, at, by, act, body, reasons, images, prev, hash from journal order by seq
