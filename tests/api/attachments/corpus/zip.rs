//! Archives, written by hand so that they can lie.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::joined;

pub struct Entry {
    pub name: String,
    pub packed: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    /// What the entry says that it unpacks to.
    pub size: u32,
    pub crc: u32,
}

pub fn stored(name: &str, content: &[u8]) -> Entry {
    Entry {
        name: name.into(),
        packed: content.to_vec(),
        method: 0,
        flags: 0,
        size: u32::try_from(content.len()).unwrap(),
        crc: crc(content),
    }
}

pub fn packed(name: &str, content: &[u8]) -> Entry {
    let mut encoder = DeflateEncoder::new(vec![], Compression::best());
    encoder.write_all(content).unwrap();
    Entry { packed: encoder.finish().unwrap(), method: 8, ..stored(name, content) }
}

fn crc(content: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(content);
    crc.sum()
}

impl Entry {
    /// What the local and the central header have in common.
    fn fields(&self) -> Vec<u8> {
        let length = |text: usize| u32::try_from(text).unwrap().to_le_bytes();
        joined(&[
            &[20, 0],
            &self.flags.to_le_bytes(),
            &self.method.to_le_bytes(),
            &[0, 0, 0x21, 0],
            &self.crc.to_le_bytes(),
            &length(self.packed.len()),
            &self.size.to_le_bytes(),
            &length(self.name.len())[..2],
            &[0, 0],
        ])
    }

    fn local(&self) -> Vec<u8> {
        joined(&[b"PK\x03\x04", &self.fields(), self.name.as_bytes(), &self.packed])
    }

    fn central(&self, offset: usize) -> Vec<u8> {
        let offset = u32::try_from(offset).unwrap().to_le_bytes();
        joined(&[b"PK\x01\x02\x14\0", &self.fields(), &[0; 10], &offset, self.name.as_bytes()])
    }
}

pub fn archive(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = vec![];
    let mut central = vec![];
    for entry in entries {
        central.extend(entry.central(bytes.len()));
        bytes.extend(entry.local());
    }
    close(bytes, &central, entries.len())
}

/// An archive whose last entry is listed so many times over.
pub fn overlapping(entries: &[Entry], times: usize) -> Vec<u8> {
    let mut bytes = vec![];
    let mut central = vec![];
    for entry in entries {
        central.extend(entry.central(bytes.len()));
        bytes.extend(entry.local());
    }
    let last = entries.last().unwrap();
    let offset = bytes.len() - last.local().len();
    for number in 0..times {
        // Of the same length, so that each name fits over the one that is there.
        let name = format!("{number:0width$}", width = last.name.len());
        central.extend(Entry { name, packed: last.packed.clone(), ..*last }.central(offset));
    }
    close(bytes, &central, entries.len() + times)
}

fn close(mut bytes: Vec<u8>, central: &[u8], count: usize) -> Vec<u8> {
    let number = |value: usize| u32::try_from(value).unwrap().to_le_bytes();
    let offset = bytes.len();
    bytes.extend(central);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([&number(count)[..2], &number(count)[..2], &number(central.len()), &number(offset), &[0, 0]].concat());
    bytes
}
