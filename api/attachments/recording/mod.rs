//! Recordings: whether a file is one, and of a voice alone or with a picture. They are kept as they were sent.

pub mod mp3;
pub mod mp4;
pub mod ogg;
pub mod webm;
