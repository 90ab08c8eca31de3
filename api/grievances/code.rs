//! Receipt codes: 16 digits that open one case, known to the reporter alone.
//!
//! A case is found by its code's hash, so the salt is the same for all; what protects the codes is the pepper, which
//! is not in the database, and the limits on guesses (`receipts::guesses`). See `docs/decisions` for the cost.

use argon2::{Algorithm, Argon2, Params, Version};
use prometheus::IntCounter;
use rand::RngExt;

use crate::error::{ApiError, Result};

const DIGITS: usize = 16;
const SALT: &[u8] = b"maslahat receipt code v1";
/// Memory in KiB: half a millisecond on the machine it was measured on, so that a thousand cases a second still fit.
const MEMORY: u32 = 512;

/// Turns codes into what the database keeps.
pub struct ReceiptCodes {
    pepper: Vec<u8>,
    hashed: IntCounter,
}

impl ReceiptCodes {
    pub fn new(pepper: Vec<u8>) -> Result<Self> {
        let hashed = IntCounter::new("maslahat_receipt_hashes_total", "Receipt codes hashed: drawn, typed or guessed");
        Ok(Self { pepper, hashed: hashed.map_err(|_| ApiError::Internal)? })
    }

    /// How many codes were hashed: what a guess costs the server, and the operator's sign that somebody guesses.
    pub fn hashed(&self) -> IntCounter {
        self.hashed.clone()
    }

    /// A new code: 53 bits from the system's generator.
    pub fn draw() -> String {
        let mut rng = rand::rng();
        (0..DIGITS).map(|_| char::from(b'0' + rng.random_range(0..10u8))).collect()
    }

    /// New codes, each with its hash.
    pub async fn draw_many(&self, count: u32) -> Result<Vec<(String, String)>> {
        let mut drawn = vec![];
        for _ in 0..count {
            let code = Self::draw();
            let hash = self.hash(&code).await?;
            drawn.push((code, hash));
        }
        Ok(drawn)
    }

    /// The hash of a code as people type it: spaces and dashes don't count.
    pub async fn hash(&self, typed: &str) -> Result<String> {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let pepper = self.pepper.clone();
        self.hashed.inc();
        tokio::task::spawn_blocking(move || hash(&digits, &pepper)).await.map_err(|_| ApiError::Internal)?
    }
}

fn hash(digits: &str, pepper: &[u8]) -> Result<String> {
    let params = Params::new(MEMORY, 1, 1, Some(32)).map_err(|_| ApiError::Internal)?;
    let argon2 =
        Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params).map_err(|_| ApiError::Internal)?;
    let mut out = [0; 32];
    argon2.hash_password_into(digits.as_bytes(), SALT, &mut out).map_err(|_| ApiError::Internal)?;
    Ok(hex::encode(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_sixteen_digits_and_never_the_same() {
        let (one, other) = (ReceiptCodes::draw(), ReceiptCodes::draw());
        assert!(one.len() == DIGITS && one.chars().all(|c| c.is_ascii_digit()));
        assert_ne!(one, other);
    }

    #[test]
    fn another_pepper_gives_another_hash() {
        assert_ne!(hash("1234", &[1; 32]).unwrap(), hash("1234", &[2; 32]).unwrap());
    }
}
