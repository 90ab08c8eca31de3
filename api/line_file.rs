//! Files to whose end lines are added, and nothing else. Several servers may share one.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug)]
pub struct LineFile {
    path: PathBuf,
}

impl LineFile {
    pub fn at(path: PathBuf) -> Self {
        Self { path }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds; `None` if it is not there yet.
    pub fn read(&self) -> io::Result<Option<String>> {
        match std::fs::read_to_string(&self.path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Adds the line that `next` makes of what the file holds, if it makes one, which is also returned. On disk when this
    /// returns. Nobody else adds one meanwhile.
    pub fn add<T: serde::Serialize, E: From<io::Error>>(
        &self,
        next: impl FnOnce(&str) -> Result<Option<T>, E>,
    ) -> Result<Option<T>, E> {
        let mut file = self.open()?;
        file.lock()?;
        let mut text = String::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_string(&mut text)?;
        let Some(record) = next(&text)? else { return Ok(None) };
        let mut line = serde_json::to_string(&record).map_err(io::Error::from)?;
        line.push('\n');
        if !text.is_empty() && !text.ends_with('\n') {
            // After a line that a power cut left unfinished.
            line.insert(0, '\n');
        }
        file.write_all(line.as_bytes())?;
        file.sync_all()?;
        Ok(Some(record))
    }

    /// Begins the file with these lines. On disk when this returns.
    pub fn begin(&self, lines: &str) -> io::Result<()> {
        let mut file = self.open()?;
        file.write_all(lines.as_bytes())?;
        file.sync_all()
    }

    fn open(&self) -> io::Result<File> {
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        OpenOptions::new().read(true).append(true).create(true).mode(0o640).open(&self.path)
    }
}
