//! Files as they lie, sealed: for backups, and for putting a whole store back.

use object_store::path::Path as Key;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload};

use super::{EXPORTS, Files, Part, Place, ROOT, failed, place, store};
use crate::attachments::AttachmentId;
use crate::attachments::kind::FileClass;
use crate::error::Result;

/// Lies in the store for as long as it is being filled from a backup: what is there is not whole.
const UNFINISHED: &str = "restore-unfinished";

/// The paths of a file's parts.
pub fn paths_of(id: AttachmentId, class: FileClass) -> Vec<String> {
    let shown = place(id, Part::Shown);
    match class {
        FileClass::Photo => vec![shown, place(id, Part::Original)],
        FileClass::Recording | FileClass::Paper => vec![shown],
    }
}

/// Of which file a path holds a part, and which; `None` for a path of something else.
pub fn part_of(path: &str) -> Option<(AttachmentId, Part)> {
    let mut parts = path.split('/');
    let (root, id, name) = (parts.next()?, parts.next()?, parts.next()?);
    let part = [Part::Shown, Part::Original].into_iter().find(|part| part.name() == name)?;
    (root == ROOT && parts.next().is_none()).then_some((id.parse().ok()?, part))
}

async fn is_unfinished(store: &dyn ObjectStore) -> Result<bool> {
    match store.head(&Key::from(UNFINISHED)).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound { .. }) => Ok(false),
        Err(error) => Err(failed("read")(error)),
    }
}

impl Files {
    /// What lies at a path, as it lies there; `None` if nothing does.
    pub async fn sealed(&self, path: &str) -> Result<Option<Vec<u8>>> {
        match self.store.get(&Key::from(path)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(failed("read"))?.to_vec())),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed("read")(error)),
        }
    }

    pub async fn put_sealed(&self, path: &str, sealed: Vec<u8>) -> Result<()> {
        self.store.put(&Key::from(path), PutPayload::from(sealed)).await.map(drop).map_err(failed("write"))
    }

    /// Whether a restore was begun here and not finished.
    pub async fn is_unfinished(&self) -> Result<bool> {
        is_unfinished(self.store.as_ref()).await
    }

    /// The same of a place that nothing has been opened in yet.
    pub async fn is_unfinished_at(place: &Place) -> Result<bool> {
        is_unfinished(store(place)?.as_ref()).await
    }

    pub async fn mark_unfinished(&self) -> Result<()> {
        self.put_sealed(
            UNFINISHED,
            b"A backup is being restored here. Until that is done nothing is served.\n".to_vec(),
        )
        .await
    }

    pub async fn mark_finished(&self) -> Result<()> {
        self.remove(UNFINISHED).await
    }

    /// Takes away everything, for a restore to begin again.
    pub async fn clear(&self) -> Result<()> {
        self.forget_at(ROOT).await?;
        self.forget_at(EXPORTS).await
    }
}
