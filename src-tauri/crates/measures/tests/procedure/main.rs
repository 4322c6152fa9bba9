//! Procedure from receipt to tracking (M2–M31 as far as they concern a case), on the committee of `world`. Tests are
//! named by article or by the number of the worked case they prove.

mod conflicts;
mod decision;
mod designation;
mod elsewhere;
mod intake;
mod meeting;
mod outward;
mod packets;
mod simplified;
mod standing;
mod tracking;
mod votes;
mod world;
