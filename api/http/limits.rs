//! How often the public doors may be tried.
//!
//! Addresses are kept in memory only, for as long as the limit needs them.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::HttpRequest;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use ipnet::IpNet;

use crate::error::{ApiError, Result};

pub struct Limits {
    /// Sign-ins, invitations and refreshes from one address.
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    /// Grievances from one address: a village may share one.
    submit: DefaultKeyedRateLimiter<IpAddr>,
    trusted_proxies: Vec<IpNet>,
}

/// How often, when the limits are not switched off for a load test.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub sign_in_per_minute: NonZeroU32,
    pub submit_per_minute: NonZeroU32,
    /// Wrong receipt codes, by everybody together.
    pub receipts_per_second: NonZeroU32,
    /// Wrong receipt codes from one address.
    pub wrong_codes_per_minute: NonZeroU32,
}

impl Limits {
    pub fn new(rates: Rates, trusted_proxies: Vec<IpNet>) -> Self {
        Self {
            sign_in: RateLimiter::keyed(Quota::per_minute(rates.sign_in_per_minute)),
            submit: RateLimiter::keyed(Quota::per_minute(rates.submit_per_minute)),
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

    /// The caller's address, see [`household`]: what a trusted proxy says last, otherwise the connection's own.
    pub fn address(&self, request: &HttpRequest) -> Result<IpAddr> {
        self.whole_address(request).map(household)
    }

    fn whole_address(&self, request: &HttpRequest) -> Result<IpAddr> {
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

/// Of IPv6 only the first half counts: whoever has one address there has 2^64.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}

fn too_many(wait: Duration) -> ApiError {
    ApiError::TooManyRequests { retry_after: wait.as_secs() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_address_of_ipv4_or_half_of_ipv6() {
        let of = |text: &str| household(text.parse().unwrap()).to_string();
        assert_eq!(of("192.0.2.7"), "192.0.2.7");
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    }
}
