//! `maslahat demo`: the demonstration.

use chrono::Utc;
use maslahat::app::System;
use maslahat::config::Config;
use maslahat::demo;

use super::{failed, system};

pub async fn run(config: &Config) -> Result<(), String> {
    load_where_empty(&system(config)?).await
}

pub async fn load_where_empty(system: &System) -> Result<(), String> {
    if system.db.read(demo::is_empty).await.map_err(failed("the database can't be read"))? {
        demo::load(system, Utc::now()).await.map_err(failed("the demonstration can't be loaded"))?;
    }
    Ok(())
}
