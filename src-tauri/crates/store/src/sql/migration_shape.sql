select shape from migration where version = ?1
