//! Where files lie: encrypted, outside the database.

use std::path::{Path, PathBuf};

use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStoreExt, PutPayload};

use super::AttachmentId;
use crate::error::{ApiError, Result};
use crate::secrets::Sealer;

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
}

fn place(id: AttachmentId, part: Part) -> String {
    format!("attachments/{id}/{}", part.name())
}
