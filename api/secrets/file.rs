//! The secrets file on disk.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::Secrets;

pub fn read(path: &Path) -> Result<Secrets, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}", path.display()))?;
    // The words of a parser can quote what it met: a key.
    let place = |error: serde_json::Error| format!("{}, line {}: not as expected", path.display(), error.line());
    serde_json::from_str(&text).map_err(place)
}

pub fn create(path: &Path, secrets: &Secrets) -> std::io::Result<()> {
    let mut file = only_for_its_owner().create_new(true).open(path)?;
    write(&mut file, secrets)
}

/// Whoever reads meanwhile finds the old file or the new one, whole.
pub fn replace(path: &Path, secrets: &Secrets) -> std::io::Result<()> {
    let draft = beside(path, "new");
    let mut file = only_for_its_owner().create(true).truncate(true).open(&draft)?;
    // What is lost with the keys can't be had back: its owner stays who it was.
    let before = std::fs::metadata(path)?;
    file.set_permissions(before.permissions())?;
    std::os::unix::fs::fchown(&file, owner(&before), group(&before))?;
    write(&mut file, secrets)?;
    std::fs::rename(&draft, path)?;
    File::open(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))?.sync_all()
}

fn owner(metadata: &std::fs::Metadata) -> Option<u32> {
    Some(std::os::unix::fs::MetadataExt::uid(metadata))
}

fn group(metadata: &std::fs::Metadata) -> Option<u32> {
    Some(std::os::unix::fs::MetadataExt::gid(metadata))
}

fn write(file: &mut File, secrets: &Secrets) -> std::io::Result<()> {
    file.write_all(&serde_json::to_vec_pretty(secrets)?)?;
    file.sync_all()
}

fn only_for_its_owner() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Held by whoever changes the file; ends with the process.
pub struct Lock(#[expect(dead_code, reason = "open, it holds the lock")] File);

impl Lock {
    pub fn of(path: &Path) -> Result<Self, String> {
        let lock = beside(path, "lock");
        let file = only_for_its_owner().create(true).truncate(false).open(&lock);
        let file = file.map_err(|error| format!("{} can't be written: {error}", lock.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err("the keys are being changed already".into()),
            Err(TryLockError::Error(error)) => Err(format!("{} can't be locked: {error}", lock.display())),
        }
    }
}
