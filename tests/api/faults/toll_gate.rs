//! A gate between the program and PostgreSQL that can be closed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

#[derive(Clone)]
pub struct TollGate {
    open: Arc<AtomicBool>,
    closing: Arc<Notify>,
    pub port: u16,
}

impl TollGate {
    pub async fn before(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let gate = Self {
            open: Arc::new(AtomicBool::new(true)),
            closing: Arc::new(Notify::new()),
            port: listener.local_addr().unwrap().port(),
        };
        let guard = gate.clone();
        tokio::task::spawn_local(async move {
            while let Ok((near, _)) = listener.accept().await {
                if guard.open.load(Ordering::SeqCst) {
                    tokio::task::spawn_local(pass(near, server.clone(), guard.closing.clone()));
                }
            }
        });
        gate
    }

    /// Cuts every connection and lets none through.
    pub fn close(&self) {
        self.open.store(false, Ordering::SeqCst);
        self.closing.notify_waiters();
    }

    pub fn open(&self) {
        self.open.store(true, Ordering::SeqCst);
    }
}

async fn pass(mut near: TcpStream, server: String, closing: Arc<Notify>) {
    let Ok(mut far) = TcpStream::connect(server).await else { return };
    tokio::select! {
        _ = copy_bidirectional(&mut near, &mut far) => {}
        () = closing.notified() => {}
    }
}
