CREATE TABLE letter_templates (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT letter_templates_programme_id_fkey REFERENCES programmes (id),
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- With placeholders, such as `{reference}`.
    body_ky TEXT NOT NULL,
    body_ru TEXT NOT NULL,
    body_en TEXT NOT NULL
);
CREATE INDEX letter_templates_programme_id_idx ON letter_templates (programme_id, id);
