//! Pages, drawings, programs and pictures of kinds that are not taken.

use super::Becomes::NotTaken;
use super::{CANARY, Hostile, hostile, joined, zip, zlib};

const DRAWING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(2)</script></svg>";

pub fn all() -> Vec<Hostile> {
    let archive = zip::archive(&[zip::stored("Evil.class", CANARY)]);
    let not_taken = |what, bytes: &[u8]| hostile(what, NotTaken, bytes);
    vec![
        not_taken("a drawing with a script", DRAWING),
        not_taken("a drawing after a declaration", &joined(&[b"<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n", DRAWING])),
        not_taken("a drawing after a byte-order mark", &joined(&[b"\xef\xbb\xbf", DRAWING])),
        not_taken("a drawing in UTF-16", b"\xff\xfe<\0s\0v\0g\0>\0"),
        not_taken("a packed drawing", &joined(&[b"\x1f\x8b\x08\0\0\0\0\0\0\x03", &zlib(DRAWING)])),
        not_taken("a page", b"<!doctype html><script>alert(1)</script>"),
        not_taken("a page after white space", b" \n\t<html><body onload=alert(1)>"),
        not_taken("a script", b"alert(document.cookie)//"),
        not_taken("a style sheet", b"body{background:url(http://company.example/1)}"),
        not_taken(
            "XML that fetches a file",
            b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        ),
        not_taken(
            "XML that grows",
            b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
        ),
        not_taken("a GIF", b"GIF89a\x01\0\x01\0\0\0\0;"),
        not_taken("a GIF that is an archive of programs", &joined(&[b"GIF89a\x01\0\x01\0\0\0\0;", &archive])),
        not_taken("a GIF that is a script", b"GIF89a=1;alert(1)//"),
        not_taken("a BMP", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"),
        not_taken("a TIFF", b"II\x2a\0\x08\0\0\0"),
        not_taken("an icon", b"\0\0\x01\0\x01\0\x10\x10\0\0"),
        not_taken("PostScript", b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file"),
        not_taken("a Linux program", b"\x7fELF\x02\x01\x01\0\0\0\0\0"),
        not_taken("a Windows program", b"MZ\x90\0\x03\0\0\0"),
        not_taken("a Windows short cut", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0"),
        not_taken("a shell script", b"#!/bin/sh\nrm -rf /"),
        not_taken("a batch file", b"@echo off\r\nstart calc.exe"),
        not_taken("a Flash film", b"CWS\x0a\0\0\0\0"),
        not_taken("a 7z archive", b"7z\xbc\xaf\x27\x1c\0\x04"),
        not_taken("a RAR archive", b"Rar!\x1a\x07\x01\0"),
        not_taken("a gzip archive", b"\x1f\x8b\x08\0\0\0\0\0\0\x03"),
        not_taken("a disk image", &joined(&[&[0; 32769], b"CD001"])),
        not_taken("plain text", "Кендин жүк ташуучу унаалары".as_bytes()),
        not_taken("one byte", b"\0"),
        not_taken("nothing but noughts", &[0; 4096]),
    ]
}
