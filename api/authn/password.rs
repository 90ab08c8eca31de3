//! Passwords: argon2id with OWASP's parameters (19 MiB, two passes), a few at a time.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::error::{ApiError, Result};

/// Each hash takes 19 MiB: as many at once as the machine bears.
static TURNS: Semaphore = Semaphore::const_new(2);

/// zxcvbn's score (0 to 4): "safely unguessable" begins at 3.
const STRONG: u8 = 3;

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|_| ApiError::Internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

pub async fn hash(password: String) -> Result<String> {
    taking_turns(move || hash_now(&password)).await
}

pub fn hash_now(password: &str) -> Result<String> {
    let hash = argon2()?.hash_password(password.as_bytes()).map_err(|_| ApiError::Internal)?;
    Ok(hash.to_string())
}

/// Whether the password is the hash's. Without a hash (no such account) it takes as long and is false.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool> {
    taking_turns(move || match hash {
        Some(hash) => {
            let hash = PasswordHash::new(&hash).map_err(|_| ApiError::Internal)?;
            Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok())
        }
        None => hash_now(&password).map(|_| false),
    })
    .await
}

async fn taking_turns<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _turn = TURNS.acquire().await.map_err(|_| ApiError::Internal)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::Internal)?
}

/// Refuses a password that is easily guessed, also by who knows the person.
pub fn check_strength(field: &str, password: &str, about: &[&str]) -> Result<()> {
    if u8::from(zxcvbn::zxcvbn(password, about).score()) < STRONG {
        return Err(ApiError::field(field, "weak_password"));
    }
    Ok(())
}
