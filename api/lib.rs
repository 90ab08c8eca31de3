//! Maslahat: the working system of a programme that keeps the peace between mining companies, the communities around
//! their sites and the local authorities.
//!
//! Each resource is a folder of one shape: `policy` (who may), `domain` (rules, pure), `store` (rows), `view` (what
//! each audience sees), `routes` (HTTP).

pub mod app;
pub mod audit;
pub mod authn;
pub mod authz;
pub mod backup;
mod catalogue;
pub mod config;
pub mod db;
pub mod demo;
pub mod directory;
pub mod error;
pub mod http;
pub mod keeper;
pub mod line_file;
pub mod log;
pub mod mandates;
pub mod meetings;
pub mod money;
pub mod names;
pub mod openapi;
pub mod relationships;
pub mod rotation;
pub mod schema;
pub mod secrets;
pub mod signing;

pub mod accounts;
pub mod agreements;
pub mod api_keys;
pub mod assemblies;
pub mod attachments;
pub mod calendars;
pub mod commitments;
pub mod engagements;
pub mod erasures;
pub mod exports;
pub mod figures;
pub mod focus_groups;
pub mod grant_applications;
pub mod grant_calls;
pub mod grievances;
pub mod headcount;
pub mod holidays;
pub mod home;
pub mod identities;
pub mod impact_rounds;
pub mod impacts;
pub mod intake;
pub mod invitations;
pub mod letter_templates;
pub mod live;
pub mod mail;
pub mod notifications;
pub mod organisations;
pub mod papers;
pub mod places;
pub mod programmes;
pub mod promises;
pub mod protection;
pub mod receipts;
pub mod saved_filters;
pub mod second_factor;
pub mod sessions;
pub mod sites;
pub mod stakeholder_imports;
pub mod stakeholders;
