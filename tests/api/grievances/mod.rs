//! Cases: their path, who sees what of them, and what must not happen to them.

mod appeals;
mod bulk;
mod clocks;
mod committee;
mod counts;
mod diagram;
mod ends;
mod files;
mod for_somebody;
mod lists;
mod masks;
mod pages;
mod path;
mod pressure;
mod questions;
mod similar;
mod submit;
mod views;
mod workload;
