//! From the file to its pieces and back: encrypted and authenticated in parts (age, ChaCha20-Poly1305), packed (gzip).

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use age::stream::{StreamReader, StreamWriter};
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;

use super::format::{self, Piece};
use super::keys::{Identities, Recipients};
use super::{Fault, Outcome};

/// A backup being written, beside where it will lie.
pub struct Writing {
    out: GzEncoder<StreamWriter<BufWriter<File>>>,
    draft: PathBuf,
    path: PathBuf,
}

impl Writing {
    pub fn begin(path: &Path, recipients: &Recipients) -> Outcome<Self> {
        if path.exists() {
            return Err(Fault::refused(format!("{} is there already", path.display())));
        }
        let mut draft = path.as_os_str().to_owned();
        draft.push(".partial");
        let draft = PathBuf::from(draft);
        let file = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&draft)?;
        // Held until the process ends: of two backups to one place the second is refused.
        file.try_lock().map_err(|_| Fault::refused(format!("{} is being written already", path.display())))?;
        file.set_len(0)?;
        let encryptor =
            age::Encryptor::with_recipients(recipients.each()).map_err(|error| Fault::refused(error.to_string()))?;
        let out = GzEncoder::new(encryptor.wrap_output(BufWriter::new(file))?, Compression::fast());
        Ok(Self { out, draft, path: path.to_owned() })
    }

    pub fn write(&mut self, piece: &Piece) -> Outcome<()> {
        format::write(&mut self.out, piece)
    }

    /// Puts it in its place, whole and on disk; how many bytes it has.
    pub fn finish(self) -> Outcome<u64> {
        let Self { out, draft, path } = self;
        let file = out.finish()?.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        std::fs::rename(&draft, &path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(file.metadata()?.len())
    }

    /// Takes away what was written of it.
    pub fn discard(self) {
        let _ = std::fs::remove_file(&self.draft);
    }
}

type Unpacked = GzDecoder<BufReader<StreamReader<BufReader<File>>>>;

/// A backup being read.
pub struct Reading {
    from: Unpacked,
}

impl Reading {
    pub fn open(path: &Path, identities: &Identities) -> Outcome<Self> {
        let file = File::open(path).map_err(|error| Fault::refused(format!("{}: {error}", path.display())))?;
        let decryptor = age::Decryptor::new(BufReader::new(file)).map_err(|error| unreadable(&error))?;
        let opened = decryptor.decrypt(identities.each()).map_err(|error| unreadable(&error))?;
        Ok(Self { from: GzDecoder::new(BufReader::new(opened)) })
    }

    pub fn next(&mut self) -> Outcome<Piece> {
        format::read(&mut self.from)
    }

    /// Makes sure that nothing comes after the end, and that the end is the one that was written.
    pub fn end(mut self) -> Outcome<()> {
        let bad = |_| Fault::damaged("it was cut off or changed");
        let more = self.from.read(&mut [0]).map_err(bad)? + self.from.into_inner().read(&mut [0]).map_err(bad)?;
        if more == 0 { Ok(()) } else { Err(Fault::damaged("something comes after its end")) }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library may add errors")]
fn unreadable(error: &age::DecryptError) -> Fault {
    match error {
        age::DecryptError::NoMatchingKeys | age::DecryptError::KeyDecryptionFailed => {
            Fault::refused("none of the keys opens this backup")
        }
        _ => Fault::damaged("it is not a backup, or its beginning was changed"),
    }
}
