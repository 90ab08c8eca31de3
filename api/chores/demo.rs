//! `maslahat demo`: the demonstration, as large as wished.

use chrono::Utc;
use maslahat::app::System;
use maslahat::config::Config;
use maslahat::demo;

use super::{failed, system};

#[derive(clap::Args)]
pub struct Arguments {
    /// Adds so many grievances made from the demonstration's.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=10_000_000))]
    grievances: u32,
    /// Adds so many meetings made from the demonstration's.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    meetings: u32,
    /// Adds so many commitments made from the demonstration's.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    commitments: u32,
}

pub async fn run(config: &Config, arguments: &Arguments) -> Result<(), String> {
    let system = system(config).await?;
    load_where_empty(&system).await?;
    let now = Utc::now();
    demo::multiply(&system, arguments.grievances, now).await.map_err(failed("grievances can't be added"))?;
    demo::copies::meetings(&system, arguments.meetings, now).await.map_err(failed("meetings can't be added"))?;
    demo::copies::commitments(&system, arguments.commitments, now).await.map_err(failed("commitments can't be added"))
}

pub async fn load_where_empty(system: &System) -> Result<(), String> {
    if system.db.read(demo::is_empty).await.map_err(failed("the database can't be read"))? {
        demo::load(system, Utc::now()).await.map_err(failed("the demonstration can't be loaded"))?;
    }
    Ok(())
}
