//! What was promised, and whether it was kept.

mod cases;
mod evidence;
mod life;
mod lists;
mod published;
mod reach;
mod waiting;

use std::io::Cursor;

use chrono::{Days, NaiveDate, Utc};
use image::{DynamicImage, ImageFormat, RgbImage};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Cast, Client};

/// What the company of the near site promised to the people there, for a day to come.
pub fn promise(cast: &Cast, organisation: &Value) -> Value {
    json!({
        "programme_id": cast.programme, "what": "Жолго күн сайын суу себилет", "organisation_id": organisation,
        "place_id": cast.near.aimak, "site_id": cast.near.site, "due_on": day(30),
    })
}

/// The organisation of somebody.
pub async fn organisation_of(client: &Client) -> Value {
    client.get("/me").await.expect(200)["organisation"]["id"].clone()
}

/// The same, recorded by staff.
pub async fn promised(cast: &Cast, more: Value) -> Value {
    let owner = organisation_of(&cast.near.company.client).await;
    let body = with(promise(cast, &owner), more);
    cast.staff.client.post("/commitments", body).once().await.expect(201)
}

fn with(mut body: Value, more: Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

pub fn path_of(commitment: &Value) -> String {
    format!("/commitments/{}", commitment["id"].as_str().unwrap())
}

/// A move, made on the commitment as its maker sees it now; the answer whatever it is.
pub async fn tried(client: &Client, commitment: &Value, name: &str, body: Value) -> crate::support::Reply {
    let path = path_of(commitment);
    let version = client.get(&path).await.expect(200)["version"].clone();
    client.post(&format!("{path}/{name}"), body).at(version).await
}

pub async fn moved(client: &Client, commitment: &Value, name: &str, body: Value) -> Value {
    tried(client, commitment, name, body).await.expect(200)
}

pub fn done() -> Value {
    json!({ "done_on": day(0), "note": "Эки жолу суу себилди." })
}

/// One that its owner says is done.
async fn reported(cast: &Cast, more: Value) -> Value {
    let made = promised(cast, more).await;
    moved(&cast.near.company.client, &made, "report", done()).await
}

/// So many days from today, in Bishkek.
pub fn day(from_today: i64) -> String {
    let today: NaiveDate = Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    let far = Days::new(from_today.unsigned_abs());
    let day = if from_today < 0 { today.checked_sub_days(far) } else { today.checked_add_days(far) };
    day.unwrap().to_string()
}

/// A photo that knows where it was taken.
pub fn photo() -> Vec<u8> {
    let mut bytes = vec![];
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(64, 48, image::Rgb([20, 90, 120])));
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    let secret = b"GPS 42.0117 N 77.6084 E";
    let mut with = vec![0xff, 0xd8, 0xff, 0xfe, 0, u8::try_from(secret.len() + 2).unwrap()];
    with.extend(secret);
    with.extend(&bytes[2..]);
    with
}

/// Adds a photo to a commitment.
pub async fn shown(client: &Client, commitment: &Value) -> Value {
    let path = format!("{}/attachments?name=жол.jpg", path_of(commitment));
    client.request(Method::POST, &path).once().body("image/jpeg", photo()).await.expect(201)
}
