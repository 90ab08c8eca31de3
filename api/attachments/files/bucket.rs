//! A bucket of an S3-compatible store.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, RetryConfig};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::signing::Sha256Signing;
use crate::error::{ApiError, Result};

pub struct Bucket {
    pub name: String,
    /// What the names of all files begin with, where the bucket is not this system's alone.
    pub prefix: String,
    /// Amazon's own, where none is given.
    pub endpoint: Option<String>,
    pub region: String,
    pub credential: Credential,
}

/// What the store knows the server by. Nothing prints it.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Credential {
    pub key_id: String,
    pub secret: String,
}

/// How long a person at the other end waits at most before hearing that it failed.
const LONGEST: Duration = Duration::from_secs(20);

impl Bucket {
    pub(super) fn open(&self) -> Result<Arc<dyn ObjectStore>> {
        let retry = RetryConfig { max_retries: 3, retry_timeout: LONGEST, ..RetryConfig::default() };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.name)
            .with_region(&self.region)
            .with_access_key_id(&self.credential.key_id)
            .with_secret_access_key(&self.credential.secret)
            .with_crypto_provider(Arc::new(Sha256Signing))
            .with_client_options(self.client())
            .with_retry(retry);
        if let Some(endpoint) = &self.endpoint {
            // Most stores but Amazon's know a bucket by the path, not by a host's name.
            builder = builder.with_endpoint(endpoint).with_virtual_hosted_style_request(false);
        }
        let store = builder.build().map_err(|_| ApiError::Unavailable)?;
        Ok(Arc::new(PrefixStore::new(store, self.prefix.as_str())))
    }

    /// Without TLS only where the endpoint says so: a store on the same machine.
    fn client(&self) -> ClientOptions {
        let plain = self.endpoint.as_ref().is_some_and(|endpoint| endpoint.starts_with("http://"));
        ClientOptions::new().with_allow_http(plain).with_connect_timeout(Duration::from_secs(5)).with_timeout(LONGEST)
    }
}
