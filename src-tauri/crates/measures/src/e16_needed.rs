//! Article 16 of the Ethics Measures: how many votes two thirds are. The count of a ballot is `e16_two_thirds`.

/// Votes needed of `attending` members: the least n with 3n ≥ 2A (以上 includes the number, Civil Code 1259).
/// At least one: a meeting of nobody decides nothing.
pub fn needed(attending: u32) -> u32 {
    needed_of(attending, (2, 3))
}
/// As [`needed`] for another share; an overlay may ask for more than two thirds (M34).
pub fn needed_of(attending: u32, (part, whole): (u32, u32)) -> u32 {
    (part * attending).div_ceil(whole.max(1)).max(1)
}
