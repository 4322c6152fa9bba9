//! Papers on real acts: what is drafted, issued, served and counted. The pages are set and read back as text.

mod desk;
mod road;
mod wide;
mod year;
