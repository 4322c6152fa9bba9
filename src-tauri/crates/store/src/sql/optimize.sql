pragma analysis_limit = 2000;
pragma optimize;
