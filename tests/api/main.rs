//! The server's tests, through its real HTTP interface: one file a resource, each test on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect has failed"
)]

#[allow(dead_code, reason = "it is there for the next test too")]
mod support;

mod access;
mod accounts;
mod agreements;
mod api_keys;
mod architecture;
mod attachments;
mod audit;
mod backup;
mod calendars;
mod chores;
mod commitments;
mod contract;
mod database;
mod demo;
mod directory;
mod engagements;
mod erasures;
mod exports;
mod faults;
mod figures;
mod focus_groups;
mod grant_applications;
mod grant_calls;
mod grievances;
mod health;
mod holidays;
mod identities;
mod impacts;
mod intake;
mod invitations;
mod keeper;
mod letters;
mod limits;
mod live;
mod mail;
mod mandates;
mod me;
mod meetings;
mod notifications;
mod organisations;
mod papers;
mod places;
mod problems;
mod programmes;
mod protection;
mod receipts;
mod relationships;
mod saved_filters;
mod search_index;
mod second_factor;
mod sessions;
mod sites;
mod stakeholder_imports;
mod stakeholders;
mod writing;
