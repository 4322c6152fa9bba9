//! From the record to the print shop: the data of every paper, built from what is on file.
