//! Names that were made to lead somewhere.

use reqwest::Method;

use crate::support::{World, on_both_engines};

on_both_engines! {
    a_name_is_harmless_and_says_what_the_file_is;
    a_name_that_is_too_long_is_refused;
}

const PAPER: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n";

/// What is sent, percent-encoded, and what is kept.
const NAMES: [(&str, &str); 18] = [
    ("%D0%B0%D1%80%D1%8B%D0%B7.pdf", "арыз.pdf"),
    ("%D0%B8%CC%86.pdf", "й.pdf"),
    ("..%2F..%2F..%2Fetc%2Fpasswd", "passwd.pdf"),
    ("..%5C..%5Cwindows%5Csystem.ini", "system.pdf"),
    ("C%3A%5Ca.pdf", "a.pdf"),
    ("%2Fabsolute.pdf", "absolute.pdf"),
    ("..", "file.pdf"),
    ("%20.%20", "file.pdf"),
    (".htaccess", "htaccess.pdf"),
    ("photo.jpg.exe", "photo.jpg.pdf"),
    ("a.php%00.pdf", "a.php.pdf"),
    ("a%0D%0ASet-Cookie%3A%20b%3Dc.pdf", "aSet-Cookie bc.pdf"),
    ("a%E2%80%AEfdp.exe", "afdp.pdf"),
    ("a%E2%80%8Bb.pdf", "ab.pdf"),
    ("%22%3B%20filename%3Db.exe", "filenameb.pdf"),
    ("%3Cscript%3Ealert(1)%3C%2Fscript%3E.pdf", "script.pdf"),
    ("%F0%9F%98%80.pdf", "file.pdf"),
    ("CON", "CON.pdf"),
];

async fn a_name_is_harmless_and_says_what_the_file_is(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    for (sent, kept) in NAMES {
        let upload = case.reporter.request(Method::POST, &format!("/my-case/attachments?name={sent}")).once();
        let attachment = upload.body("application/pdf", PAPER).await.expect(201);
        assert_eq!(attachment["name"], kept, "{sent}");
        let path = format!("/my-case/attachments/{}", attachment["id"].as_str().unwrap());
        let fetched = case.reporter.get(&path).await;
        let disposition = fetched.header("content-disposition").to_owned();
        assert!(disposition.starts_with("attachment; filename*=UTF-8''"), "{disposition}");
        assert!(disposition.chars().all(|c| c.is_ascii_graphic() || c == ' '), "{disposition}");
    }
}

async fn a_name_that_is_too_long_is_refused(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let path = format!("/my-case/attachments?name={}", "a".repeat(201));
    let reply = case.reporter.request(Method::POST, &path).once().body("application/pdf", PAPER).await;
    assert_eq!(reply.refused(422, "invalid"), ["?name too_long"]);
}
