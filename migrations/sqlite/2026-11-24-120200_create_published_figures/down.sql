DROP TABLE published_weeks;
DROP TABLE published_figures;
