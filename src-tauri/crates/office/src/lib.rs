//! THE DESK. Acts change a committee's file, views show it, and everything a person may do goes through three words:
//! [`Office::perform`], [`Office::look`], [`Office::paper`] (and [`Office::file`] for opening, closing and keeping the
//! file itself).
//!
//! The only room that knows the law, the archive and the print shop. It holds no rule of law (those are in `measures`),
//! no SQL (`store`) and no layout (`papers`).

pub mod about;
pub mod acts;
pub mod attach;
pub mod beijing;
mod convert;
pub mod counter;
pub mod demo;
pub mod desk;
pub mod export;
pub mod failure;
mod fields;
pub mod file;
mod inspection;
pub mod law;
mod morning;
pub mod office;
mod packet_form;
pub mod packet_pdf;
pub mod packets;
pub mod paper_out;
pub mod prints;
pub mod projection;
pub mod reading;
pub mod records;
pub mod replay;
pub mod scenario;
mod seats;
pub mod sources;
pub mod stage;
mod tables;
pub mod task;
mod transient;
pub mod tray;
mod unread;
pub mod views;

pub use acts::Act;
pub use counter::{Done, Request};
pub use desk::{Desk, Made, Reason, Ref};
pub use failure::{Failure, FailureKind};
pub use office::{FileOut, Office, Places};
pub use papers::guard;
pub use store::FILE as DATABASE;
pub use views::View;
