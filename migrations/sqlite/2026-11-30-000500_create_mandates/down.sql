DROP TABLE mandate_events;
DROP TABLE mandate_interests;
DROP TABLE mandates;
DROP TABLE assembly_attendance;
DROP TABLE assemblies;
