//! Photos and other files of a case.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::json;

use crate::support::{World, on_both_engines};

on_both_engines! {
    a_photo_of_the_reporter_reaches_staff_without_its_metadata;
    what_is_not_a_photo_or_a_paper_is_refused;
    a_file_that_is_too_large_is_refused;
    a_photo_that_is_sent_twice_is_kept_once;
    what_is_not_noted_leaves_no_file;
    files_stay_with_the_programme;
    a_paper_is_downloaded_and_never_shown;
}

fn photo() -> Vec<u8> {
    let mut bytes = vec![];
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(64, 48, image::Rgb([20, 90, 120])));
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    let secret = b"GPS 42.0117 N 77.6084 E";
    let mut with = vec![0xff, 0xd8, 0xff, 0xfe, 0, u8::try_from(secret.len() + 2).unwrap()];
    with.extend(secret);
    with.extend(&bytes[2..]);
    with
}

async fn a_photo_of_the_reporter_reaches_staff_without_its_metadata(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments?name=үй.jpg").once();
    let sent = upload.body("image/jpeg", photo()).await.expect(201);
    assert_eq!((&sent["name"], &sent["media_type"]), (&json!("үй.jpg"), &json!("image/jpeg")));
    let id = sent["id"].as_str().unwrap();
    let seen = cast.staff.client.get(&format!("{}/attachments/{id}", case.path())).await;
    assert_eq!((seen.status, seen.header("content-type")), (200, "image/jpeg"));
    assert!(!seen.bytes.windows(3).any(|window| window == b"GPS"));
    assert_eq!(image::load_from_memory(&seen.bytes).unwrap().width(), 64);
    let own = case.reporter.get(&format!("/my-case/attachments/{id}")).await;
    assert_eq!(own.bytes, seen.bytes);
}

async fn what_is_not_a_photo_or_a_paper_is_refused(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    for bytes in [svg, b"<!doctype html><p>hello".to_vec(), b"\x7fELF\x02\x01\x01\0\0\0\0\0".to_vec()] {
        let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments").once();
        upload.body("image/png", bytes).await.refused(415, "unsupported_media_type");
    }
    let nothing = case.reporter.request(reqwest::Method::POST, "/my-case/attachments").once();
    assert_eq!(nothing.body("image/png", vec![]).await.refused(422, "invalid"), [" required"]);
    assert_eq!(case.reporter.get("/my-case").await.expect(200)["attachments"], json!([]));
}

async fn a_file_that_is_too_large_is_refused(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments").once();
    upload.body("image/jpeg", vec![0xff; 10 * 1024 * 1024 + 1]).await.refused(413, "too_large");
}

async fn a_photo_that_is_sent_twice_is_kept_once(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let send = || {
        let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments").key("the-photo-of-a-phone");
        upload.body("image/jpeg", photo())
    };
    let first = send().await.expect(201);
    assert_eq!(send().await.expect(201), first);
    assert_eq!(case.reporter.get("/my-case").await.expect(200)["attachments"].as_array().unwrap().len(), 1);
}

async fn what_is_not_noted_leaves_no_file(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let send = |key: String| {
        let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments").key(&key);
        upload.body("image/jpeg", photo())
    };
    for number in 0..20 {
        send(format!("the-photo-of-a-phone-{number}")).await.expect(201);
    }
    // A photo is kept as it was sent, and as it is shown.
    assert_eq!(world.files_kept(), 40);
    send("the-photo-of-a-phone-7".into()).await.expect(201);
    send("one-photo-too-many".into()).await.refused(409, "too_many_files");
    assert_eq!(world.files_kept(), 40);
}

async fn files_stay_with_the_programme(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments").once();
    let id = upload.body("image/jpeg", photo()).await.expect(201)["id"].as_str().unwrap().to_owned();
    let path = format!("{}/attachments/{id}", case.path());
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        assert_eq!(person.client.get(&path).await.status, 403);
        assert!(!case.seen_by(&person.client).await.text().contains(&id));
    }
    assert_eq!(cast.other_staff.client.get(&path).await.status, 404);
    let other = world.case(&cast.near).await;
    assert_eq!(cast.staff.client.get(&format!("{}/attachments/{id}", other.path())).await.status, 404);
    assert_eq!(other.reporter.get(&format!("/my-case/attachments/{id}")).await.status, 404);
}

async fn a_paper_is_downloaded_and_never_shown(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let paper = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".to_vec();
    let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments?name=арыз.pdf").once();
    let id = upload.body("application/pdf", paper.clone()).await.expect(201)["id"].as_str().unwrap().to_owned();
    let seen = cast.staff.client.get(&format!("{}/attachments/{id}", case.path())).await;
    let disposition = "attachment; filename*=UTF-8''%D0%B0%D1%80%D1%8B%D0%B7.pdf";
    assert_eq!((seen.status, seen.header("content-disposition")), (200, disposition));
    assert_eq!(seen.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(seen.bytes, paper);
}
