-- SQLite's index is read in the order of numbers as it is.
SELECT 1;
