DROP TABLE stakeholder_imports;
