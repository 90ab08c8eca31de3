//! Time-based codes (RFC 6238): six digits, thirty seconds, SHA-1, which is what every phone's app can do.

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Totp};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::error::{ApiError, Result};

/// 160 bits, as RFC 4226 recommends.
const LENGTH: usize = 20;
/// What the phone calls the account's home.
const ISSUER: &str = "Maslahat";

/// What the server and the phone share.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Secret([u8; LENGTH]);

impl Secret {
    pub fn draw() -> Self {
        Self(rand::random())
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        bytes.try_into().map(Self).map_err(|_| ApiError::Internal)
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// For an app that reads no pictures: base32, as its holder types it.
    pub fn text(&self) -> String {
        totp_rs::Secret::from(self.0).to_base32()
    }

    /// The key's URI, which a phone's app reads from a QR code.
    pub fn url(&self, email: &str) -> Result<String> {
        // A colon would part the issuer from the name.
        self.totp(&email.replace(':', " "))?.to_url().map_err(|_| ApiError::Internal)
    }

    /// The time step that a code belongs to, if it is this one, the one before or the next: phones' clocks differ.
    pub fn step_of(&self, code: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
        let seconds = u64::try_from(now.timestamp()).map_err(|_| ApiError::Internal)?;
        Ok(self.totp("")?.check(code, seconds).and_then(|step| i64::try_from(step).ok()))
    }

    /// The code that a phone shows at `now`.
    pub fn code_at(&self, now: DateTime<Utc>) -> Result<String> {
        let seconds = u64::try_from(now.timestamp()).map_err(|_| ApiError::Internal)?;
        Ok(self.totp("")?.generate(seconds).to_string())
    }

    fn totp(&self, account: &str) -> Result<Totp> {
        let builder = Builder::new().with_secret(self.0).with_account_name(account).with_issuer(Some(ISSUER));
        builder.build().map_err(|_| ApiError::Internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    /// The secret and, cut to six digits, the codes of RFC 6238, appendix B.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = Secret(*b"12345678901234567890");
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(secret.code_at(at(seconds)).unwrap(), code);
            assert_eq!(secret.step_of(code, at(seconds)).unwrap(), Some(seconds / 30));
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off_and_no_more() {
        let secret = Secret::draw();
        let code = secret.code_at(at(3000)).unwrap();
        for (now, step) in [(2969, None), (2970, Some(100)), (3059, Some(100)), (3060, None)] {
            assert_eq!(secret.step_of(&code, at(now)).unwrap(), step, "{now}");
        }
    }

    #[test]
    fn a_phone_reads_who_it_is_for() {
        let url = Secret(*b"12345678901234567890").url("aigul@example.org").unwrap();
        let expected =
            "otpauth://totp/Maslahat:aigul%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Maslahat";
        assert_eq!(url, expected);
    }
}
