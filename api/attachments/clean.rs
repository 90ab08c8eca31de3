//! Takes everything from a file but what it is for, or refuses it.

use actix_web::web::Bytes;
use tokio::sync::Semaphore;

use super::ambiguous;
use super::kind::{FileClass, Kind};
use super::paper;
use super::photo::{self, Negative};
use crate::error::{ApiError, Result};

/// A file as it may be kept.
pub struct Clean {
    pub kind: Kind,
    /// What is given out.
    pub bytes: Bytes,
    /// What was sent, where that is more than is given out.
    pub original: Option<Bytes>,
}

/// Cleans files, few at a time: what a small file unpacks to may be large.
pub struct Cleaner {
    /// Megabytes.
    memory: Semaphore,
}

impl Default for Cleaner {
    fn default() -> Self {
        Self { memory: Semaphore::new(photo::MOST_MEMORY as usize) }
    }
}

impl Cleaner {
    /// 415 for what is neither a photo, a recording nor a paper; 422 with `image_too_large`, `unreadable_image`,
    /// `unreadable_document`, `encrypted_document`, `active_content`, `archive_bomb` or `ambiguous_file`.
    pub async fn clean(&self, bytes: Bytes) -> Result<Clean> {
        let sent = bytes.clone();
        let task = aside(move || Task::of(&sent)).await?;
        let memory = self.memory.acquire_many(task.megabytes()).await.map_err(|_| ApiError::Internal)?;
        let cleaned = aside(move || task.run(bytes)).await;
        drop(memory);
        cleaned
    }
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::Internal)?
}

/// What is to be done with a file, once there is room for it.
enum Task {
    Develop(Kind, Negative),
    Check(Kind),
}

impl Task {
    fn of(bytes: &[u8]) -> Result<Self> {
        let kind = Kind::of(bytes).ok_or(ApiError::UnsupportedMediaType)?;
        match kind.class() {
            FileClass::Photo => Ok(Self::Develop(kind, Negative::new(kind, bytes)?)),
            FileClass::Recording | FileClass::Paper => Ok(Self::Check(kind)),
        }
    }

    fn megabytes(&self) -> u32 {
        match self {
            Self::Develop(_, negative) => negative.megabytes,
            Self::Check(_) => paper::MEMORY,
        }
    }

    fn run(self, bytes: Bytes) -> Result<Clean> {
        match self {
            Self::Develop(kind, negative) => {
                Ok(Clean { kind, bytes: negative.develop()?.into(), original: Some(bytes) })
            }
            Self::Check(kind) => {
                check(kind, &bytes)?;
                Ok(Clean { kind, bytes, original: None })
            }
        }
    }
}

fn check(kind: Kind, bytes: &[u8]) -> Result<()> {
    if ambiguous::is_more_than(kind, bytes) {
        return Err(ApiError::field("", "ambiguous_file"));
    }
    match kind {
        Kind::Pdf => paper::pdf::check(bytes),
        Kind::Docx | Kind::Xlsx | Kind::Odt => paper::zipped::check(bytes),
        Kind::Doc => paper::doc::check(bytes),
        Kind::Jpeg
        | Kind::Png
        | Kind::Webp
        | Kind::Mp3
        | Kind::Ogg
        | Kind::Wav
        | Kind::WebmAudio
        | Kind::WebmVideo
        | Kind::Mp4Audio
        | Kind::Mp4Video => Ok(()),
    }
}
