DROP TABLE stakeholder_pairs;
DROP TABLE stakeholder_keys;
