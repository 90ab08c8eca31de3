//! The limit of the machine: the same web framework and number of workers answering with a fixed body from memory.
//! `limit PORT`; `GET /{bytes}` answers with so many bytes.

use std::io::{Error, Result};

use actix_web::{App, HttpResponse, HttpServer, web};
use bytes::Bytes;

static ZEROS: [u8; 1 << 20] = [b'0'; 1 << 20];

async fn fixed(size: web::Path<usize>) -> HttpResponse {
    match ZEROS.get(..*size) {
        Some(body) => HttpResponse::Ok().content_type("application/json").body(Bytes::from_static(body)),
        None => HttpResponse::NotFound().finish(),
    }
}

#[actix_web::main]
async fn main() -> Result<()> {
    let port: u16 =
        std::env::args().nth(1).and_then(|text| text.parse().ok()).ok_or_else(|| Error::other("usage: limit PORT"))?;
    let workers = std::thread::available_parallelism()?.get();
    HttpServer::new(|| App::new().route("/{bytes}", web::get().to(fixed)))
        .workers(workers)
        .bind(("127.0.0.1", port))?
        .run()
        .await
}
