DROP TABLE impact_ballots;
DROP TABLE impact_round_choices;
DROP TABLE impact_rounds;
