//! Documents of the old Word, and what looks like them.

use super::Becomes::{Kept, NotTaken, Refused};
use super::{CANARY, Hostile, hostile, joined};

/// A file system in a file, with these names in its directory.
fn compound(names: &[&str]) -> Vec<u8> {
    let mut bytes = joined(&[&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], &[0; 504]]);
    for name in names {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes
}

pub fn all() -> Vec<Hostile> {
    let page = joined(&[&compound(&["Root Entry", "WordDocument"])[..512], b"<html><script>alert(1)</script>"]);
    let mut page = page;
    page.resize(1024, b' ');
    page.extend(&compound(&["WordDocument"])[512..]);
    vec![
        hostile("an old letter", Kept("application/msword"), compound(&["Root Entry", "WordDocument", "1Table"])),
        hostile("an old letter with macros", Refused("active_content"), {
            compound(&["Root Entry", "WordDocument", "Macros", "VBA"])
        }),
        hostile("an old letter with a program", Refused("active_content"), {
            compound(&["Root Entry", "WordDocument", "\u{1}Ole10Native"])
        }),
        hostile("an old letter that is also a page", Refused("ambiguous_file"), page),
        hostile("an installer", NotTaken, compound(&["Root Entry", "\u{5}SummaryInformation"])),
        hostile("an encrypted letter", NotTaken, compound(&["Root Entry", "EncryptedPackage"])),
        hostile("a letter in RTF", NotTaken, joined(&[b"{\\rtf1{\\object\\objdata ", CANARY, b"}}"])),
    ]
}
