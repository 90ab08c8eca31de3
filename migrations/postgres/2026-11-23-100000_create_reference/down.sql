DROP TABLE sites;
DROP TABLE organisations;
DROP TABLE focus_area_places;
DROP TABLE focus_areas;
DROP TABLE programmes;
DROP TABLE places;
