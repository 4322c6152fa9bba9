select doc from draft where key = ?1
