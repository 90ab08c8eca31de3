//! Documents that are archives: of Word, Excel, OpenDocument.

use super::Becomes::{Kept, NotTaken, Refused};
use super::zip::{Entry, archive, overlapping, packed, stored};
use super::{CANARY, Hostile, hostile, joined};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ODT: &str = "application/vnd.oasis.opendocument.text";

fn docx(further: Vec<Entry>) -> Vec<u8> {
    archive(&docx_entries(further))
}

fn docx_entries(further: Vec<Entry>) -> Vec<Entry> {
    let types = packed("[Content_Types].xml", b"<?xml version=\"1.0\"?><Types/>");
    let text = packed("word/document.xml", b"<w:document><w:t>Kaiyryluu</w:t></w:document>");
    [types, text].into_iter().chain(further).collect()
}

fn related(kind: &str, target: &str) -> Vec<Entry> {
    let kind = format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
    let text = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
    );
    vec![packed("word/_rels/document.xml.rels", text.as_bytes())]
}

fn xlsx(further: Vec<Entry>) -> Vec<u8> {
    let entries = [packed("[Content_Types].xml", b"<Types/>"), packed("xl/workbook.xml", b"<workbook/>")];
    archive(&entries.into_iter().chain(further).collect::<Vec<_>>())
}

fn odt(text: &[u8], further: Vec<Entry>) -> Vec<u8> {
    let entries = [stored("mimetype", ODT.as_bytes()), packed("content.xml", text)];
    archive(&entries.into_iter().chain(further).collect::<Vec<_>>())
}

pub fn all() -> Vec<Hostile> {
    let active = Refused("active_content");
    let bomb = Refused("archive_bomb");
    let unreadable = Refused("unreadable_document");
    let zeros = vec![b' '; 100 * 1024 * 1024];
    let lying = Entry { size: 10, ..packed("word/media/a.xml", &zeros) };
    let small = packed("word/media/a.xml", &vec![b' '; 1024 * 1024]);
    let many = (0..3000).map(|number| stored(&format!("word/{number}.xml"), b"")).collect();
    let locked = Entry { flags: 1, ..stored("word/a.xml", CANARY) };
    let inner = archive(&[stored("a.exe", CANARY)]);
    vec![
        hostile("a plain letter", Kept(DOCX), docx(vec![])),
        hostile("a letter with a link to be clicked", Kept(DOCX), docx(related("hyperlink", "https://kloop.example/"))),
        hostile("a letter that unpacks to 100 MB", bomb, docx(vec![packed("word/media/a.xml", &zeros)])),
        hostile("a letter that lies about what it unpacks to", unreadable, docx(vec![lying])),
        hostile("one part under a thousand names", bomb, overlapping(&docx_entries(vec![small]), 1000)),
        hostile("three thousand parts", bomb, docx(many)),
        hostile("macros", active, docx(vec![stored("word/vbaProject.bin", CANARY)])),
        hostile(
            "a template from elsewhere",
            active,
            docx(related("attachedTemplate", "http://company.example/a.dotm")),
        ),
        hostile(
            "a picture from elsewhere, to tell who reads",
            active,
            docx(related("image", "http://company.example/1")),
        ),
        hostile("a field that starts a program", active, {
            docx(vec![packed("word/header1.xml", b"<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>")])
        }),
        hostile("a wrapped program", active, docx(vec![stored("word/embeddings/oleObject1.bin", CANARY)])),
        hostile("an archive within", active, docx(vec![stored("word/media/a.bin", &inner)])),
        hostile("a program within", active, docx(vec![stored("word/media/a.png", b"MZ\x90\0")])),
        hostile("a part that leads out of the folder", unreadable, docx(vec![stored("../../etc/passwd", CANARY)])),
        hostile("a part with an absolute name", unreadable, docx(vec![stored("/etc/passwd", CANARY)])),
        hostile("a part with a name of another system", unreadable, docx(vec![stored("..\\..\\a.exe", CANARY)])),
        hostile("a part with a line break in its name", unreadable, docx(vec![stored("word/a\r\n.xml", CANARY)])),
        hostile("an encrypted part", Refused("encrypted_document"), docx(vec![locked])),
        hostile("a part that is no text", unreadable, docx(vec![packed("word/_rels/a.rels", b"\xff\xfe<\0R\0")])),
        hostile("cut off", NotTaken, {
            let whole = docx(vec![]);
            whole[..whole.len() - 10].to_vec()
        }),
        hostile("a program before it", NotTaken, joined(&[b"MZ\x90\0", &docx(vec![])])),
        hostile("a letter and a table in one", NotTaken, docx(vec![packed("xl/workbook.xml", b"<workbook/>")])),
        hostile("a plain table", Kept(XLSX), xlsx(vec![])),
        hostile(
            "a table that reads another",
            active,
            xlsx(vec![packed("xl/externalLinks/externalLink1.xml", b"<a/>")]),
        ),
        hostile("a sheet of old macros", active, xlsx(vec![packed("xl/macrosheets/sheet1.xml", b"<a/>")])),
        hostile("a plain OpenDocument", Kept(ODT), odt(b"<office:text>Kaiyryluu</office:text>", vec![])),
        hostile("an OpenDocument with macros", active, odt(b"<a/>", vec![packed("Basic/Standard/a.xml", b"<a/>")])),
        hostile("an OpenDocument with a picture from elsewhere", active, {
            odt(b"<office:text><draw:image xlink:href=\"http://company.example/1\"/></office:text>", vec![])
        }),
        hostile("an OpenDocument that runs something", active, {
            odt(
                b"<office:event-listeners><script:event-listener script:event-name=\"load\"/></office:event-listeners>",
                vec![],
            )
        }),
        hostile("an archive", NotTaken, archive(&[stored("a.txt", CANARY)])),
        hostile("a Java archive", NotTaken, {
            archive(&[stored("META-INF/MANIFEST.MF", b"Main-Class: Evil\n"), stored("Evil.class", CANARY)])
        }),
        hostile(
            "an Android app",
            NotTaken,
            archive(&[stored("AndroidManifest.xml", b""), stored("classes.dex", CANARY)]),
        ),
    ]
}
