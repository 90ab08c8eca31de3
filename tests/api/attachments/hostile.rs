//! Every file of the corpus is sent, and either refused with its code or found to be clean when it is fetched.

use image::{GenericImageView, Rgba};
use reqwest::Method;
use serde_json::Value;

use super::clean_jpeg::assert_only_a_picture;
use super::corpus::{self, Becomes, CANARY, HEIGHT, Hostile, WIDTH};
use crate::support::case::Case;
use crate::support::{Cast, Reply, World, on_both_engines};

on_both_engines! {
    every_hostile_file_is_refused_or_made_harmless;
}

/// Files that a case may have.
const MOST: usize = 20;

#[test]
fn the_corpus_is_large() {
    let files = corpus::all();
    assert!(files.len() >= 150, "{}", files.len());
    let refused = files.iter().filter(|file| matches!(file.becomes, Becomes::Refused(_) | Becomes::NotTaken)).count();
    assert!(refused > 80 && files.len() - refused > 50, "{refused} of {}", files.len());
}

async fn every_hostile_file_is_refused_or_made_harmless(world: World) {
    let cast = world.cast().await;
    let mut unexpected = vec![];
    for files in corpus::all().chunks(MOST) {
        let case = world.case(&cast.near).await;
        for file in files {
            let upload = case.reporter.request(Method::POST, "/my-case/attachments?name=photo.jpg").once();
            let reply = upload.body("image/jpeg", file.bytes.clone()).await;
            if answer(&reply) == expected(file.becomes) {
                examine(&cast, &case, file, &reply).await;
            } else {
                unexpected.push(format!("{}: {}", file.what, reply.text()));
            }
        }
    }
    assert!(unexpected.is_empty(), "{unexpected:#?}");
}

/// The status, and the code of the body as a whole.
fn answer(reply: &Reply) -> (u16, String) {
    (reply.status, reply.json()["fields"][0]["code"].as_str().unwrap_or_default().to_owned())
}

fn expected(becomes: Becomes) -> (u16, String) {
    match becomes {
        Becomes::NotTaken => (415, String::new()),
        Becomes::Refused(code) => (422, code.into()),
        Becomes::Picture(..) | Becomes::Turned(..) | Becomes::Kept(_) => (201, String::new()),
    }
}

async fn examine(cast: &Cast, case: &Case, file: &Hostile, reply: &Reply) {
    let Hostile { what, bytes, becomes } = file;
    match becomes {
        Becomes::NotTaken => drop(reply.refused(415, "unsupported_media_type")),
        Becomes::Refused(code) => assert_eq!(reply.refused(422, "invalid"), [format!(" {code}")], "{what}"),
        Becomes::Kept(media_type) => {
            let kept = fetched(cast, case, &reply.expect(201), media_type).await;
            assert!(kept.header("content-disposition").starts_with("attachment;"), "{what}");
            assert_eq!(kept.bytes, *bytes, "{what}");
        }
        Becomes::Picture(width, height) => {
            let shown = shown(cast, case, reply).await;
            assert_eq!(size_of(&shown), (*width, *height), "{what}");
        }
        Becomes::Turned(right, bottom) => {
            let shown = image::load_from_memory(&shown(cast, case, reply).await).unwrap();
            let (width, height) = shown.dimensions();
            assert!((width, height) == (WIDTH, HEIGHT) || (width, height) == (HEIGHT, WIDTH), "{what}");
            let x = if *right { width - 3 } else { 2 };
            let y = if *bottom { height - 3 } else { 2 };
            assert!(is_red(shown.get_pixel(x, y)), "{what}: the first corner is at {x}, {y}");
            assert!(!is_red(shown.get_pixel(width - 1 - x, height - 1 - y)), "{what}");
        }
    }
}

fn is_red(Rgba([red, _, blue, _]): Rgba<u8>) -> bool {
    red > 150 && blue < 100
}

fn size_of(bytes: &[u8]) -> (u32, u32) {
    image::load_from_memory(bytes).unwrap().dimensions()
}

/// A picture as staff are shown it, which must be one and nothing else.
async fn shown(cast: &Cast, case: &Case, reply: &Reply) -> Vec<u8> {
    let shown = fetched(cast, case, &reply.expect(201), "image/jpeg").await;
    assert!(shown.header("content-disposition").starts_with("inline;"));
    assert_only_a_picture(&shown.bytes);
    assert!(!shown.bytes.windows(CANARY.len()).any(|window| window == CANARY));
    shown.bytes
}

/// A file as staff fetch it: of a type that no browser runs, in a page that may do nothing.
async fn fetched(cast: &Cast, case: &Case, attachment: &Value, media_type: &str) -> Reply {
    assert_eq!(attachment["media_type"], media_type);
    let id = attachment["id"].as_str().unwrap();
    let fetched = cast.staff.client.get(&format!("{}/attachments/{id}", case.path())).await;
    assert_eq!((fetched.status, fetched.header("content-type")), (200, media_type));
    assert_eq!(fetched.header("x-content-type-options"), "nosniff");
    assert_eq!(fetched.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(fetched.header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(fetched.header("cache-control"), "private, no-store");
    fetched
}
