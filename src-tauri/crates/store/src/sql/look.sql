pragma cipher_log = off;
pragma trusted_schema = off;
pragma mmap_size = 0;
pragma temp_store = memory;
pragma cache_size = -50000;
pragma query_only = on;
