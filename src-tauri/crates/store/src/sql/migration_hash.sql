select hash from migration where version = ?1
