DROP TABLE stakeholder_relationships;
