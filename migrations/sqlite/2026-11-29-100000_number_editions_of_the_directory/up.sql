-- What cases refer to is kept in memory by whoever serves them, for as long as this stays the same. Triggers change it in the
-- transaction of the change, whoever makes it. It is drawn by lot: an edition that was rolled back never comes again, and no
-- two databases share one by chance.
CREATE TABLE directory_edition (
    id BIGINT NOT NULL PRIMARY KEY CONSTRAINT directory_edition_id_check CHECK (id = 1),
    edition TEXT NOT NULL
);
INSERT INTO directory_edition (id, edition) VALUES (1, lower(hex(randomblob(16))));

CREATE TRIGGER places_edition_insert AFTER INSERT ON places BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER places_edition_delete AFTER DELETE ON places BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER places_edition_update AFTER UPDATE OF name_ky, name_ru, name_en, district_id, path ON places BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER sites_edition_insert AFTER INSERT ON sites BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER sites_edition_delete AFTER DELETE ON sites BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER sites_edition_update AFTER UPDATE OF name_ky, name_ru, name_en, organisation_id ON sites BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER organisations_edition_insert AFTER INSERT ON organisations BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER organisations_edition_delete AFTER DELETE ON organisations BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER organisations_edition_update AFTER UPDATE OF name_ky, name_ru, name_en ON organisations BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER accounts_edition_insert AFTER INSERT ON accounts BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER accounts_edition_delete AFTER DELETE ON accounts BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER accounts_edition_update AFTER UPDATE OF name, organisation_id ON accounts BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER programmes_edition_insert AFTER INSERT ON programmes BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER programmes_edition_delete AFTER DELETE ON programmes BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER programmes_edition_update AFTER UPDATE OF status ON programmes BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER focus_areas_edition_insert AFTER INSERT ON focus_areas BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER focus_areas_edition_delete AFTER DELETE ON focus_areas BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER focus_areas_edition_update AFTER UPDATE OF programme_id ON focus_areas BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER focus_area_places_edition_insert AFTER INSERT ON focus_area_places BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER focus_area_places_edition_delete AFTER DELETE ON focus_area_places BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER focus_area_places_edition_update AFTER UPDATE OF focus_area_id, place_id ON focus_area_places BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER programme_terms_edition_insert AFTER INSERT ON programme_terms BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER programme_terms_edition_delete AFTER DELETE ON programme_terms BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER programme_terms_edition_update AFTER UPDATE OF programme_id, term, amount, unit ON programme_terms BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;

CREATE TRIGGER holidays_edition_insert AFTER INSERT ON holidays BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER holidays_edition_delete AFTER DELETE ON holidays BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER holidays_edition_update AFTER UPDATE OF day, worked ON holidays BEGIN
    UPDATE directory_edition SET edition = lower(hex(randomblob(16)));
END;
