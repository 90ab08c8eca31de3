//! How often the public doors may be tried.
//!
//! Addresses are kept in memory only, for as long as the limit needs them.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::HttpRequest;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};
use ipnet::IpNet;

use crate::error::{ApiError, Result};

pub struct Limits {
    /// Sign-ins, invitations and refreshes from one address.
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    /// Grievances from one address: a village may share one.
    submit: DefaultKeyedRateLimiter<IpAddr>,
    /// Guesses of a receipt code from everywhere together. 16 digits are 53 bits: at 5 a second and 100,000 live
    /// codes, a guesser waits some 600 years for a hit.
    receipt: DefaultDirectRateLimiter,
    trusted_proxies: Vec<IpNet>,
}

/// How often, when the limits are not switched off for a load test.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub sign_in_per_minute: NonZeroU32,
    pub submit_per_minute: NonZeroU32,
    pub receipts_per_second: NonZeroU32,
}

impl Limits {
    pub fn new(rates: Rates, trusted_proxies: Vec<IpNet>) -> Self {
        Self {
            sign_in: RateLimiter::keyed(Quota::per_minute(rates.sign_in_per_minute)),
            submit: RateLimiter::keyed(Quota::per_minute(rates.submit_per_minute)),
            receipt: RateLimiter::direct(Quota::per_second(rates.receipts_per_second)),
            trusted_proxies,
        }
    }

    pub fn sign_in(&self, request: &HttpRequest) -> Result<()> {
        self.sign_in
            .check_key(&self.address(request)?)
            .map_err(|wait| too_many(wait.wait_time_from(DefaultClock::default().now())))
    }

    pub fn submit(&self, request: &HttpRequest) -> Result<()> {
        self.submit
            .check_key(&self.address(request)?)
            .map_err(|wait| too_many(wait.wait_time_from(DefaultClock::default().now())))
    }

    pub fn receipt(&self) -> Result<()> {
        self.receipt.check().map_err(|wait| too_many(wait.wait_time_from(DefaultClock::default().now())))
    }

    /// The caller's address: what a trusted proxy says last, otherwise the connection's own.
    fn address(&self, request: &HttpRequest) -> Result<IpAddr> {
        let peer = request.peer_addr().ok_or(ApiError::Internal)?.ip();
        let trusted = |address: &IpAddr| self.trusted_proxies.iter().any(|net| net.contains(address));
        if !trusted(&peer) {
            return Ok(peer);
        }
        let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or("");
        let mut addresses = forwarded.rsplit(',').filter_map(|part| part.trim().parse().ok());
        Ok(addresses.find(|address| !trusted(address)).unwrap_or(peer))
    }
}

fn too_many(wait: Duration) -> ApiError {
    ApiError::TooManyRequests { retry_after: wait.as_secs() + 1 }
}
