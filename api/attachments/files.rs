//! Where files lie: encrypted, outside the database.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use futures_util::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};

use super::AttachmentId;
use crate::error::{ApiError, Result};
use crate::secrets::{HEADER, KeyId, Sealer, key_of};

/// What is kept of a file.
#[derive(Clone, Copy)]
pub enum Part {
    /// What is given out.
    Shown,
    /// As it was sent, with everything that a photo knows of its place and camera. Never given out.
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

/// Where there is less room than this, a photo's original and the next changes may not fit.
const LEAST_ROOM: u64 = 16 * 1024 * 1024;

pub struct Files {
    folder: PathBuf,
    store: LocalFileSystem,
    sealer: Sealer,
}

impl Files {
    pub fn open(folder: &Path, sealer: Sealer) -> Result<Self> {
        let unusable = |_| ApiError::Unavailable;
        std::fs::create_dir_all(folder).map_err(unusable)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|_| ApiError::Unavailable)?.with_fsync(true);
        Ok(Self { folder: folder.to_owned(), store, sealer })
    }

    /// Whether the disk has room for what people may send.
    pub fn have_room(&self) -> bool {
        fs4::available_space(&self.folder).is_ok_and(|bytes| bytes >= LEAST_ROOM)
    }

    pub async fn put(&self, id: AttachmentId, part: Part, bytes: &[u8]) -> Result<()> {
        let sealed = self.sealer.seal(&place(id, part), bytes)?;
        self.store
            .put(&Key::from(place(id, part)), PutPayload::from(sealed))
            .await
            .map(drop)
            .map_err(|_| ApiError::Unavailable)
    }

    pub async fn get(&self, id: AttachmentId, part: Part) -> Result<Vec<u8>> {
        let found = self.store.get(&Key::from(place(id, part))).await.map_err(|_| ApiError::Unavailable)?;
        let sealed = found.bytes().await.map_err(|_| ApiError::Unavailable)?;
        self.sealer.open(&place(id, part), &sealed)
    }

    /// Where everything lies: each path is also the place that it was sealed for.
    pub async fn paths(&self) -> Result<Vec<String>> {
        let all = self.store.list(None).map_ok(|found| found.location.to_string());
        all.try_collect().await.map_err(|_| ApiError::Unavailable)
    }

    /// The files of which nothing was written since a time.
    pub async fn older_than(&self, time: DateTime<Utc>) -> Result<HashSet<AttachmentId>> {
        let old = self.store.list(None).try_filter_map(|found| {
            let id = found.location.parts().nth(1).and_then(|id| id.as_ref().parse::<AttachmentId>().ok());
            std::future::ready(Ok(id.filter(|_| found.last_modified < time)))
        });
        old.try_collect().await.map_err(|_| ApiError::Unavailable)
    }

    /// The key that a file was sealed with; `None` if it was before keys had ids.
    pub async fn key_of(&self, path: &str) -> Result<Option<KeyId>> {
        let head = self.store.get_range(&Key::from(path), 0..HEADER as u64).await;
        head.map(|head| key_of(&head)).map_err(|_| ApiError::Unavailable)
    }

    /// Seals a file with the key that seals now.
    pub async fn rewrap(&self, path: &str) -> Result<()> {
        let unavailable = |_| ApiError::Unavailable;
        let found = self.store.get(&Key::from(path)).await.map_err(unavailable)?;
        let sealed = found.bytes().await.map_err(unavailable)?;
        match self.sealer.rewrap(path, &sealed)? {
            Some(anew) => self.store.put(&Key::from(path), PutPayload::from(anew)).await.map(drop).map_err(unavailable),
            None => Ok(()),
        }
    }

    /// Removes all that is kept of a file.
    pub async fn erase(&self, id: AttachmentId) -> Result<()> {
        let parts = self.store.list(Some(&Key::from(format!("attachments/{id}"))));
        let parts: Vec<_> = parts.try_collect().await.map_err(|_| ApiError::Unavailable)?;
        for part in parts {
            self.remove(part.location.as_ref()).await?;
        }
        Ok(())
    }

    pub async fn remove(&self, path: &str) -> Result<()> {
        match self.store.delete(&Key::from(path)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(_) => Err(ApiError::Unavailable),
        }
    }
}

fn place(id: AttachmentId, part: Part) -> String {
    format!("attachments/{id}/{}", part.name())
}
