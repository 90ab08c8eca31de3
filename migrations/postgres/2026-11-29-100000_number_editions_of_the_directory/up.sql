-- What cases refer to is kept in memory by whoever serves them, for as long as this stays the same. Triggers change it in the
-- transaction of the change, whoever makes it. It is drawn by lot: an edition that was rolled back never comes again, and no
-- two databases share one by chance.
CREATE TABLE directory_edition (
    id BIGINT NOT NULL PRIMARY KEY CONSTRAINT directory_edition_id_check CHECK (id = 1),
    edition TEXT NOT NULL
);
INSERT INTO directory_edition (id, edition) VALUES (1, gen_random_uuid()::text);

CREATE FUNCTION change_directory_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE directory_edition SET edition = gen_random_uuid()::text;
    RETURN NULL;
END $$;

CREATE TRIGGER places_edition AFTER INSERT OR DELETE OR UPDATE OF name_ky, name_ru, name_en, district_id, path
ON places FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER sites_edition AFTER INSERT OR DELETE OR UPDATE OF name_ky, name_ru, name_en, organisation_id
ON sites FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER organisations_edition AFTER INSERT OR DELETE OR UPDATE OF name_ky, name_ru, name_en
ON organisations FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER accounts_edition AFTER INSERT OR DELETE OR UPDATE OF name, organisation_id
ON accounts FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER programmes_edition AFTER INSERT OR DELETE OR UPDATE OF status
ON programmes FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER focus_areas_edition AFTER INSERT OR DELETE OR UPDATE OF programme_id
ON focus_areas FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER focus_area_places_edition AFTER INSERT OR DELETE OR UPDATE OF focus_area_id, place_id
ON focus_area_places FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER programme_terms_edition AFTER INSERT OR DELETE OR UPDATE OF programme_id, term, amount, unit
ON programme_terms FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
CREATE TRIGGER holidays_edition AFTER INSERT OR DELETE OR UPDATE OF day, worked
ON holidays FOR EACH STATEMENT EXECUTE FUNCTION change_directory_edition();
