select len from blob where sha = ?1
