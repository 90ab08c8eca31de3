//! The receipt codes of the demonstration's cases: known, so that a visitor can be a reporter.

use super::files::{self, Grievance};
use crate::error::Result;
use crate::grievances::code::ReceiptCodes;
use crate::grievances::domain::State;

/// A case to open with its receipt code.
pub struct DemoReceipt {
    pub code: String,
    pub state: State,
}

/// One case of each state.
pub fn some() -> Result<Vec<DemoReceipt>> {
    let mut some: Vec<DemoReceipt> = vec![];
    for (number, case) in files::read::<Vec<Grievance>>(files::GRIEVANCES)?.into_iter().enumerate() {
        if !some.iter().any(|receipt| receipt.state == case.state) {
            some.push(DemoReceipt { code: code(number), state: case.state });
        }
    }
    Ok(some)
}

/// The hash of each case's code.
pub async fn hashes(codes: &ReceiptCodes) -> Result<Vec<String>> {
    let mut hashes = vec![];
    for number in 0..files::read::<Vec<Grievance>>(files::GRIEVANCES)?.len() {
        hashes.push(codes.hash(&code(number)).await?);
    }
    Ok(hashes)
}

fn code(number: usize) -> String {
    format!("{:016}", 2019_0401_0000_0000_usize + number)
}
