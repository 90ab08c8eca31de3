//! Counts and times of requests, by route pattern, for Prometheus. Nothing about who asked.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse};
use ipnet::IpNet;
use prometheus::core::Collector;
use prometheus::{Encoder, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, Opts, Registry, TextEncoder};

use crate::error::{ApiError, Result};

pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    readers: Vec<IpNet>,
}

impl Metrics {
    /// `readers`: from where they may be read; `others`: what is counted elsewhere.
    pub fn new(readers: Vec<IpNet>, others: &[IntCounter]) -> Result<Self> {
        let metrics = Self::unregistered(readers).map_err(|_| ApiError::Internal)?;
        let own: [Box<dyn Collector>; 2] = [Box::new(metrics.requests.clone()), Box::new(metrics.seconds.clone())];
        let others = others.iter().map(|counter| Box::new(counter.clone()) as Box<dyn Collector>);
        for part in own.into_iter().chain(others) {
            metrics.registry.register(part).map_err(|_| ApiError::Internal)?;
        }
        Ok(metrics)
    }

    fn unregistered(readers: Vec<IpNet>) -> prometheus::Result<Self> {
        let requests = Opts::new("maslahat_requests_total", "Requests answered");
        let seconds = HistogramOpts::new("maslahat_request_seconds", "Time to answer, in seconds")
            .buckets(vec![0.001, 0.005, 0.02, 0.1, 0.5, 2.0]);
        Ok(Self {
            registry: Registry::new(),
            requests: IntCounterVec::new(requests, &["method", "route", "status"])?,
            seconds: HistogramVec::new(seconds, &["route"])?,
            readers,
        })
    }

    /// Never for what a proxy passes on: whoever is behind it seems to call from the proxy's address.
    pub fn may_be_read_by(&self, request: &HttpRequest) -> bool {
        let passed_on = ["forwarded", "x-forwarded-for"].iter().any(|name| request.headers().contains_key(*name));
        let reads = |peer: std::net::SocketAddr| self.readers.iter().any(|net| net.contains(&peer.ip()));
        !passed_on && request.peer_addr().is_some_and(reads)
    }

    pub fn record(&self, method: &str, route: &str, status: u16, took: Duration) {
        self.requests.with_label_values(&[method, route, &status.to_string()]).inc();
        self.seconds.with_label_values(&[route]).observe(took.as_secs_f64());
    }

    pub fn answer(&self) -> Result<HttpResponse> {
        let mut text = vec![];
        TextEncoder::new().encode(&self.registry.gather(), &mut text).map_err(|_| ApiError::Internal)?;
        Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text))
    }
}
