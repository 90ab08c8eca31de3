//! PDF files.

use super::Becomes::{Kept, NotTaken, Refused};
use super::{CANARY, Hostile, hostile, joined, zip, zlib};

/// A file with one object more than it needs.
fn with(object: &[u8]) -> Vec<u8> {
    joined(&[
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n",
        b"3 0 obj\n",
        object,
        b"\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n",
    ])
}

/// Objects packed into a stream, as writers since PDF 1.5 do.
fn packed(filter: &[u8], content: &[u8]) -> Vec<u8> {
    let dictionary = joined(&[b"<</Type/ObjStm/N 1/First 4", filter, b">>\nstream\r\n"]);
    with(&joined(&[&dictionary, content, b"\nendstream"]))
}

const SCRIPT: &[u8] = b"4 0 <</S/JavaScript/JS(app.launchURL\\(1\\))>>";

pub fn all() -> Vec<Hostile> {
    let kept = Kept("application/pdf");
    let active = Refused("active_content");
    let plain = with(b"<</Title(Kaiyryluu)>>");
    let archive = zip::archive(&[zip::stored("Evil.class", CANARY)]);
    vec![
        hostile("a plain document", kept, plain.clone()),
        hostile("words that only look like a script", kept, with(b"<</Title(/JavaScript \\( /Launch)>>")),
        hostile("a script", active, with(b"<</S/JavaScript/JS(app.alert\\(1\\))>>")),
        hostile("a script under another spelling", active, with(b"<</S/#4aava#53cript/J#53(app.alert\\(1\\))>>")),
        hostile("a script in packed objects", active, packed(b"/Filter/FlateDecode", &zlib(SCRIPT))),
        hostile("a script in objects that are not packed", active, packed(b"", SCRIPT)),
        hostile(
            "a script packed in an unusual way",
            Refused("unreadable_document"),
            packed(b"/Filter[/ASCIIHexDecode/FlateDecode]", b"3420>"),
        ),
        hostile(
            "packed objects that are damaged",
            Refused("unreadable_document"),
            packed(b"/Filter/FlateDecode", SCRIPT),
        ),
        hostile(
            "packed objects that unpack to 100 MB",
            Refused("archive_bomb"),
            packed(b"/Filter/FlateDecode", &zlib(&vec![b' '; 100 * 1024 * 1024])),
        ),
        hostile("a program to start", active, with(b"<</S/Launch/F(cmd.exe)>>")),
        hostile("a file inside", active, with(b"<</Type/Filespec/EF<</F 4 0 R>>/EmbeddedFiles 4 0 R>>")),
        hostile("a form that sends itself", active, with(b"<</S/SubmitForm/F(http://company.example/)>>")),
        hostile("a form of the other kind", active, with(b"<</AcroForm<</XFA 4 0 R>>>>")),
        hostile("a file elsewhere that is opened", active, with(b"<</S/GoToR/F(\\\\\\\\company.example\\\\a.pdf)>>")),
        hostile("a film with a player", active, with(b"<</Subtype/RichMedia>>")),
        hostile("encrypted", Refused("encrypted_document"), with(b"<</Encrypt 4 0 R>>")),
        hostile("also an archive of programs", Refused("ambiguous_file"), joined(&[&plain, &archive])),
        hostile(
            "also a page",
            Refused("ambiguous_file"),
            joined(&[b"%PDF-1.7\n<!--\n--><ScRiPt>alert(1)</script>", &plain]),
        ),
        hostile("a page before it", NotTaken, joined(&[b"<html><script>alert(1)</script>", &plain])),
        hostile("cut off in a string", kept, b"%PDF-1.4\n1 0 obj ((((("),
    ]
}
