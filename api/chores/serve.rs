//! Serving, on a database that has its places and, if wished, the demonstration.

use chrono::Utc;
use maslahat::app::{self, System};
use maslahat::config::Config;
use maslahat::{demo, places};

use super::{failed, print, system};

pub async fn run(config: Config) -> Result<(), String> {
    let system = system(&config).await?;
    system.files.check().await.map_err(failed("MASLAHAT_FILES can't be written and read"))?;
    let seeded = system.db.write(|conn| places::seed::seed(conn, Utc::now())).await;
    seeded.map_err(failed("the places can't be added"))?;
    if config.demo {
        super::demo::load_where_empty(&system).await?;
        print(&introduction(&system).await?)?;
    }
    app::serve(config, system).await.map_err(|error| format!("can't serve: {error}"))
}

/// Where to look and who to sign in as.
async fn introduction(system: &System) -> Result<String, String> {
    let accounts = system.db.read(demo::present).await.map_err(failed("the demonstration's accounts can't be read"))?;
    let receipts = demo::some_receipts().map_err(failed("the demonstration's receipts can't be read"))?;
    let url = &system.public_url;
    let mut text = format!("\nMaslahat\n  Web app     {url}/\n  Swagger UI  {url}/docs/\n");
    if !accounts.is_empty() {
        text.push_str("\nDemonstration accounts\n");
        text.push_str(&table(&accounts));
        text.push_str("\nDemonstration receipt codes\n");
        text.extend(receipts.iter().map(|receipt| format!("  {}  {}\n", receipt.code, receipt.state)));
    }
    text.push('\n');
    Ok(text)
}

fn table(accounts: &[demo::DemoAccount]) -> String {
    let width = accounts.iter().map(|account| account.email.len()).max().unwrap_or_default();
    let line = |account: &demo::DemoAccount| {
        let demo::DemoAccount { email, role, organisation } = account;
        format!("  {email:width$}  {:10}  {}  {organisation}\n", role.as_str(), demo::DEMO_PASSWORD)
    };
    accounts.iter().map(line).collect()
}
