//! What a packet and a return withstand. The committee, its members and their keys are made up here.

mod fuzz;
mod given;
mod hostile;
mod kept;
mod trip;
mod versions;
