//! Migrations are compiled in, and cargo does not see by itself that one has changed.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
