DROP TABLE guess_purses;
