//! Where files lie: encrypted, outside the database, in a folder or in a bucket of an S3-compatible store.

mod bucket;
mod signing;
pub mod whole;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload};

pub use bucket::{Bucket, Credential};

use super::AttachmentId;
use crate::error::{ApiError, Result};
use crate::secrets::{HEADER, KeyId, Sealer, key_of};

/// What is kept of a file.
#[derive(Clone, Copy)]
pub enum Part {
    /// What is given out.
    Shown,
    /// A photo as it was sent, with everything that it knows of its place and camera. Never given out.
    Original,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Original => "original",
        }
    }
}

/// Where the files of a deployment are.
pub enum Place {
    Folder(PathBuf),
    Bucket(Bucket),
}

/// Where there is less room than this, a photo's original and the next changes may not fit.
const LEAST_ROOM: u64 = 16 * 1024 * 1024;

pub struct Files {
    /// The disk on which the database is, and the files unless they are elsewhere.
    data: PathBuf,
    store: Arc<dyn ObjectStore>,
    sealer: Sealer,
}

impl Files {
    pub fn open(data: &Path, place: &Place, sealer: Sealer) -> Result<Self> {
        std::fs::create_dir_all(data).map_err(|_| ApiError::Unavailable)?;
        Ok(Self { data: data.to_owned(), store: store(place)?, sealer })
    }

    /// Whether the store can be written, read and cleared: better known at the start than with somebody's first photo.
    pub async fn check(&self) -> Result<()> {
        let key = Key::from("probe");
        let written = b"maslahat".to_vec();
        self.store.put(&key, PutPayload::from(written.clone())).await.map_err(failed("write"))?;
        let read = self.store.get(&key).await.map_err(failed("read"))?.bytes().await.map_err(failed("read"))?;
        self.store.delete(&key).await.map_err(failed("remove"))?;
        if read == written { Ok(()) } else { Err(ApiError::Unavailable) }
    }

    /// Whether the disk has room for what people may send.
    pub fn have_room(&self) -> bool {
        fs4::available_space(&self.data).is_ok_and(|bytes| bytes >= LEAST_ROOM)
    }

    pub async fn put(&self, id: AttachmentId, part: Part, bytes: &[u8]) -> Result<()> {
        self.put_at(&place(id, part), bytes).await
    }

    /// Seals bytes and stores them in a place of their own.
    pub async fn put_at(&self, place: &str, bytes: &[u8]) -> Result<()> {
        let sealed = self.sealer.seal(place, bytes)?;
        let put = self.store.put(&Key::from(place), PutPayload::from(sealed)).await;
        put.map(drop).map_err(failed("write"))
    }

    pub async fn get(&self, id: AttachmentId, part: Part) -> Result<Vec<u8>> {
        self.get_at(&place(id, part)).await
    }

    pub async fn get_at(&self, place: &str) -> Result<Vec<u8>> {
        let found = self.store.get(&Key::from(place)).await.map_err(failed("read"))?;
        let sealed = found.bytes().await.map_err(failed("read"))?;
        self.sealer.open(place, &sealed)
    }

    /// Deletes whatever lies below a folder.
    pub async fn forget_at(&self, folder: &str) -> Result<()> {
        let found = self.store.list(Some(&Key::from(folder))).map_ok(|file| file.location).boxed();
        let deleted: std::result::Result<Vec<Key>, _> = self.store.delete_stream(found).try_collect().await;
        deleted.map(drop).map_err(failed("remove"))
    }

    /// The names of the folders in a folder.
    pub async fn names_at(&self, folder: &str) -> Result<Vec<String>> {
        let listed = self.store.list_with_delimiter(Some(&Key::from(folder))).await.map_err(failed("list"))?;
        Ok(listed.common_prefixes.iter().filter_map(|path| path.filename().map(str::to_owned)).collect())
    }

    /// The names of the folders in a folder in which nothing was written since a time.
    pub async fn names_older_than(&self, folder: &str, time: DateTime<Utc>) -> Result<Vec<String>> {
        let found: Vec<_> = self.store.list(Some(&Key::from(folder))).try_collect().await.map_err(failed("list"))?;
        let named = |old: bool| {
            let files = found.iter().filter(move |file| (file.last_modified < time) == old);
            files.filter_map(|file| Some(file.location.parts().nth(1)?.as_ref().to_owned())).collect::<HashSet<_>>()
        };
        Ok(named(true).difference(&named(false)).cloned().collect())
    }

    /// Takes back a file that was put in its place and then not noted.
    pub async fn discard(&self, id: AttachmentId) {
        for part in [Part::Shown, Part::Original] {
            // One that stays behind is sealed and no row leads to it: a waste of room, which the log tells.
            drop(self.remove(&place(id, part)).await);
        }
    }

    /// Where everything lies: each path is also the place that it was sealed for.
    pub async fn paths(&self) -> Result<Vec<String>> {
        let below = |root: &str| self.store.list(Some(&Key::from(root)));
        let all = below(ROOT).chain(below(EXPORTS)).chain(below(IMPORTS)).map_ok(|found| found.location.to_string());
        all.try_collect().await.map_err(failed("list"))
    }

    /// The files of which nothing was written since a time.
    pub async fn older_than(&self, time: DateTime<Utc>) -> Result<HashSet<AttachmentId>> {
        let old = self.store.list(Some(&Key::from(ROOT))).try_filter_map(|found| {
            let id = found.location.parts().nth(1).and_then(|id| id.as_ref().parse::<AttachmentId>().ok());
            std::future::ready(Ok(id.filter(|_| found.last_modified < time)))
        });
        old.try_collect().await.map_err(failed("list"))
    }

    /// Removes all that is kept of a file.
    pub async fn erase(&self, id: AttachmentId) -> Result<()> {
        self.forget_at(&format!("{ROOT}/{id}")).await
    }

    /// The key that a file was sealed with; `None` if it was before keys had ids.
    pub async fn key_of(&self, path: &str) -> Result<Option<KeyId>> {
        let head = self.store.get_range(&Key::from(path), 0..HEADER as u64).await;
        head.map(|head| key_of(&head)).map_err(failed("read"))
    }

    /// Seals a file with the key that seals now.
    pub async fn rewrap(&self, path: &str) -> Result<()> {
        let found = self.store.get(&Key::from(path)).await.map_err(failed("read"))?;
        let sealed = found.bytes().await.map_err(failed("read"))?;
        match self.sealer.rewrap(path, &sealed)? {
            Some(anew) => {
                self.store.put(&Key::from(path), PutPayload::from(anew)).await.map(drop).map_err(failed("write"))
            }
            None => Ok(()),
        }
    }

    pub async fn remove(&self, path: &str) -> Result<()> {
        match self.store.delete(&Key::from(path)).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed("remove")(error)),
        }
    }
}

fn store(place: &Place) -> Result<Arc<dyn ObjectStore>> {
    match place {
        Place::Folder(folder) => {
            std::fs::create_dir_all(folder).map_err(|_| ApiError::Unavailable)?;
            let store = LocalFileSystem::new_with_prefix(folder).map_err(|_| ApiError::Unavailable)?;
            // A folder goes with the last of its files.
            Ok(Arc::new(store.with_fsync(true).with_automatic_cleanup(true)))
        }
        Place::Bucket(bucket) => bucket.open(),
    }
}

/// What every path begins with.
const ROOT: &str = "attachments";
/// What the paths of lists that were made into files begin with.
pub const EXPORTS: &str = "exports";
/// What the paths of tables begin with that are to be read in.
pub const IMPORTS: &str = "imports";

fn place(id: AttachmentId, part: Part) -> String {
    format!("{ROOT}/{id}/{}", part.name())
}

/// Logs what the store could not do. Its own words stay out of the log: they repeat addresses and key ids.
fn failed(doing: &'static str) -> impl Fn(Error) -> ApiError {
    move |error| {
        log::error!(doing, reason = reason(&error); "the file store failed");
        ApiError::Unavailable
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the store's list of errors may grow")]
fn reason(error: &Error) -> &'static str {
    match error {
        Error::NotFound { .. } => "not found",
        Error::PermissionDenied { .. } => "permission denied",
        Error::Unauthenticated { .. } => "not authenticated",
        Error::Generic { .. } => "no answer, or not a good one",
        _ => "another reason",
    }
}
