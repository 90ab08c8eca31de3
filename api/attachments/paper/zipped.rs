//! Documents that are archives of XML: those of today's Word and Excel, and of OpenDocument.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{active, bomb, encrypted, unreadable};
use crate::attachments::kind::Kind;
use crate::error::Result;

const MOST_ENTRIES: usize = 2000;
/// What all entries may unpack to, in bytes.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// Where macros, controls, other files and links to other files lie.
const ACTIVE_PLACES: [&str; 9] = [
    "vbaproject",
    "activex/",
    "embeddings/",
    "externallinks/",
    "macrosheets/",
    "dialogsheets/",
    "basic/",
    "scripts/",
    "objectreplacements/",
];

/// Beginnings of an archive, an old Office file, a program.
const INNER: [&[u8]; 3] = [b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0], b"MZ"];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn open(bytes: &[u8]) -> Option<Archive<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

pub fn kind(bytes: &[u8]) -> Option<Kind> {
    let mut archive = open(bytes)?;
    let has = |name| archive.index_for_name(name).is_some();
    match (has("word/document.xml"), has("xl/workbook.xml"), has("content.xml")) {
        (true, false, false) => Some(Kind::Docx),
        (false, true, false) => Some(Kind::Xlsx),
        (false, false, true) => is_text(&mut archive).then_some(Kind::Odt),
        _ => None,
    }
}

fn is_text(archive: &mut Archive) -> bool {
    let mut found = String::new();
    let read = archive.by_name("mimetype").map(|entry| entry.take(100).read_to_string(&mut found));
    matches!(read, Ok(Ok(_))) && found == Kind::Odt.media_type()
}

/// Unpacks every entry, within bounds, and refuses what acts by itself.
pub fn check(bytes: &[u8]) -> Result<()> {
    let mut archive = open(bytes).ok_or_else(unreadable)?;
    if archive.offset() != 0 || archive.has_duplicate_names() {
        return Err(unreadable());
    }
    // One packed part that is in many entries unpacks to many times its size.
    let overlapping = archive.has_overlapping_entries().map_err(|_| unreadable())?;
    if overlapping || archive.len() > MOST_ENTRIES {
        return Err(bomb());
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let name = safe_name(&mut archive, index)?;
        let content = unpacked(&mut archive, index, &mut left)?;
        if is_active(&name, &content)? {
            return Err(active());
        }
    }
    Ok(())
}

/// The name of an entry that would stay where it is unpacked.
fn safe_name(archive: &mut Archive, index: usize) -> Result<String> {
    let entry = archive.by_index_raw(index).map_err(|_| unreadable())?;
    if entry.encrypted() {
        return Err(encrypted());
    }
    let name = entry.name().map_err(|_| unreadable())?.into_owned();
    let plain = !name.starts_with('/') && !name.contains('\\') && !name.chars().any(char::is_control);
    if plain && entry.enclosed_name().is_some() { Ok(name.to_lowercase()) } else { Err(unreadable()) }
}

fn unpacked(archive: &mut Archive, index: usize, left: &mut u64) -> Result<Vec<u8>> {
    let entry = archive.by_index(index).map_err(|_| unreadable())?;
    if entry.size() > *left {
        return Err(bomb());
    }
    let mut content = vec![];
    // Not what the entry says it unpacks to, which may be a lie.
    entry.take(*left + 1).read_to_end(&mut content).map_err(|_| unreadable())?;
    *left = left.checked_sub(content.len() as u64).ok_or_else(bomb)?;
    Ok(content)
}

fn is_active(name: &str, content: &[u8]) -> Result<bool> {
    if ACTIVE_PLACES.iter().any(|place| name.contains(place)) || INNER.iter().any(|inner| content.starts_with(inner)) {
        return Ok(true);
    }
    if !(name.ends_with(".xml") || name.ends_with(".rels")) {
        return Ok(false);
    }
    let text = std::str::from_utf8(content).map_err(|_| unreadable())?;
    Ok(text.contains("DDEAUTO") || text.split('<').any(fetches_or_runs))
}

/// Whether an element makes the reader fetch something from elsewhere when the document is opened (which tells its
/// sender that it was, and from where) or run something. A link to be clicked does neither.
fn fetches_or_runs(element: &str) -> bool {
    const FETCHING: [&str; 8] = [
        "draw:image",
        "draw:object",
        "draw:plugin",
        "draw:applet",
        "draw:floating-frame",
        "office:dde-source",
        "table:table-source",
        "text:section-source",
    ];
    let name = element.split([' ', '\t', '\r', '\n', '>']).next().unwrap_or_default();
    let fetched = FETCHING.contains(&name) && element.contains("://");
    let outside = element.contains("TargetMode") && !element.contains("\"Internal\"") && !is_link(element);
    fetched || outside || name == "script:event-listener" || name.ends_with("ddeLink")
}

fn is_link(relationship: &str) -> bool {
    relationship.contains("/relationships/hyperlink\"") || relationship.contains("/relationships/hyperlink'")
}
