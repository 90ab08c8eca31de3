//! What happens to the real program when it is killed, when its database goes away, when the disk is full.

mod bucket;
mod disk;
mod killed;
mod postgres_lost;
pub mod program;
mod residue;
mod residue_of_people;
mod rotation;
mod settings;
mod stopped;
mod toll_gate;
mod zones;
