//! Files nobody thought of: those of the corpus, changed at random.

use actix_web::web::Bytes;
use maslahat::attachments::clean::Cleaner;
use maslahat::attachments::kind::FileClass;
use maslahat::error::ApiError;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

use super::clean_jpeg::assert_only_a_picture;
use super::corpus;

/// Larger files take long and differ little.
const LARGEST: usize = 20_000;

/// Some bytes changed, a piece taken out, a piece of another file put in.
#[derive(Debug)]
struct Change {
    bytes: Vec<(Index, u8)>,
    cut: (Index, usize),
    graft: (Index, Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let bytes = prop::collection::vec((any::<Index>(), any::<u8>()), 0..8);
    let cut = (any::<Index>(), prop_oneof![3 => Just(0usize), 1 => 1usize..200]);
    let graft = (any::<Index>(), any::<Index>(), prop_oneof![3 => Just(0usize), 1 => 1usize..200]);
    (bytes, cut, graft).prop_map(|(bytes, cut, graft)| Change { bytes, cut, graft })
}

impl Change {
    fn of(&self, file: &[u8], other: &[u8]) -> Vec<u8> {
        let mut changed = file.to_vec();
        let (at, from, length) = self.graft;
        let from = from.index(other.len());
        let piece = &other[from..(from + length).min(other.len())];
        let at = at.index(changed.len());
        changed.splice(at..at, piece.iter().copied());
        let (at, length) = (self.cut.0.index(changed.len()), self.cut.1);
        let end = (at + length).min(changed.len());
        changed.drain(at..end);
        for (at, byte) in &self.bytes {
            if !changed.is_empty() {
                let at = at.index(changed.len());
                changed[at] = *byte;
            }
        }
        changed
    }
}

#[actix_web::test]
async fn whatever_is_sent_is_refused_or_clean() {
    let seeds: Vec<Vec<u8>> =
        corpus::all().into_iter().map(|file| file.bytes).filter(|bytes| bytes.len() < LARGEST).collect();
    let cleaner = Cleaner::default();
    let mut runner = TestRunner::new(Config { cases: 3000, ..Config::default() });
    let strategy = (any::<Index>(), any::<Index>(), change());
    for _ in 0..3000 {
        let (one, other, change) = strategy.new_tree(&mut runner).unwrap().current();
        let sent = Bytes::from(change.of(one.get::<Vec<u8>>(&seeds), other.get::<Vec<u8>>(&seeds)));
        match cleaner.clean(sent.clone()).await {
            Ok(clean) if clean.kind.class() == FileClass::Photo => assert_only_a_picture(&clean.bytes),
            Ok(clean) => assert_eq!(clean.bytes, sent),
            // A panic on the way would be `Internal`.
            Err(ApiError::UnsupportedMediaType | ApiError::Invalid(_)) => {}
            Err(error) => panic!("{error:?} from {}", hex::encode(&sent)),
        }
    }
}
