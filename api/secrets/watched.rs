//! What a running server took from the secrets file, taken anew once the file changed.

use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use super::Secrets;
use super::stamp::Stamp;

/// Shared by all who hold a clone.
pub struct Watched<T> {
    kept: Arc<RwLock<Kept<T>>>,
    take: fn(&Secrets) -> T,
}

pub struct Kept<T> {
    value: T,
    stamp: Stamp,
}

impl<T> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        Self { kept: self.kept.clone(), take: self.take }
    }
}

impl<T> Watched<T> {
    pub(super) fn new(secrets: &Secrets, path: &Path, take: fn(&Secrets) -> T) -> Self {
        Self { kept: Arc::new(RwLock::new(Kept { value: take(secrets), stamp: Stamp::unknown(path) })), take }
    }

    /// As the file says now.
    pub fn now(&self) -> RwLockReadGuard<'_, Kept<T>> {
        self.look();
        self.known()
    }

    /// As the file said when it was last looked at.
    pub fn known(&self) -> RwLockReadGuard<'_, Kept<T>> {
        self.kept.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the file again if it changed.
    pub fn look(&self) {
        if self.known().stamp.still_holds() {
            return;
        }
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        let path = kept.stamp.path().to_owned();
        kept.stamp = Stamp::of(&path);
        match Secrets::read(&path) {
            Ok(secrets) => kept.value = (self.take)(&secrets),
            // What was read before goes on to serve.
            Err(reason) => log::error!(reason; "the changed secrets file can't be used"),
        }
    }
}
