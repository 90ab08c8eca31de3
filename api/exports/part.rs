//! A file in pieces of bounded size: each is sealed and stored as soon as it is full, so that no export is ever whole in
//! memory, nor on a disk in the clear.

use std::io::{Error, Write};

use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::ExportId;
use crate::attachments::files::{EXPORTS, Files};
use crate::error::Result;

/// Bytes of a piece.
const LARGEST: usize = 512 * 1024;
/// Pieces that may wait to be stored.
const AHEAD: usize = 2;

/// Where a file is written to, on a blocking thread.
pub struct Parts {
    full: Sender<Vec<u8>>,
    filling: Vec<u8>,
}

pub fn parts() -> (Parts, Receiver<Vec<u8>>) {
    let (full, stored) = channel(AHEAD);
    (Parts { full, filling: Vec::with_capacity(LARGEST) }, stored)
}

impl Parts {
    fn pass_on(&mut self) -> std::io::Result<()> {
        let part = std::mem::replace(&mut self.filling, Vec::with_capacity(LARGEST));
        self.full.blocking_send(part).map_err(|_| Error::other("the store of files takes no more"))
    }
}

impl Write for Parts {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let taken = bytes.len().min(LARGEST - self.filling.len());
        self.filling.extend(bytes.iter().take(taken));
        if self.filling.len() == LARGEST {
            self.pass_on()?;
        }
        Ok(taken)
    }

    /// The end of the file, however much is in its last piece.
    fn flush(&mut self) -> std::io::Result<()> {
        if self.filling.is_empty() { Ok(()) } else { self.pass_on() }
    }
}

/// What was stored: how many pieces, how many bytes.
#[derive(Clone, Copy, Default)]
pub struct Stored {
    pub parts: i64,
    pub size: i64,
}

/// Stores the pieces as they come.
pub async fn store(files: &Files, id: ExportId, mut full: Receiver<Vec<u8>>) -> Result<Stored> {
    let mut stored = Stored::default();
    while let Some(part) = full.recv().await {
        files.put_at(&place(id, stored.parts), &part).await?;
        stored.parts += 1;
        stored.size += i64::try_from(part.len()).unwrap_or_default();
    }
    Ok(stored)
}

/// A piece of a stored file. It opens in its own place only, so none can be left out or swapped.
pub async fn read(files: &Files, id: ExportId, part: i64) -> Result<Vec<u8>> {
    files.get_at(&place(id, part)).await
}

/// Where all the pieces of an export lie.
pub fn folder(id: ExportId) -> String {
    format!("{EXPORTS}/{id}")
}

fn place(id: ExportId, part: i64) -> String {
    format!("{}/{part:06}", folder(id))
}
