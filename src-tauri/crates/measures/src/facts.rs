//! What nearly every rule is asked with: the committee, its members, the calendar and the parameters in force.
//! Deliberately borrows everything and holds no day: the day is an argument of its own, so that no rule can
//! quietly use another one.

use crate::{Calendar, Committee, Date, Member, Profile, Rules};

/// The standing facts a rule may look at.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub committee: &'a Committee,
    pub members: &'a [Member],
    pub calendar: &'a Calendar,
    pub rules: &'a Rules,
}

impl<'a> Facts<'a> {
    pub fn profile(&self) -> Profile {
        self.committee.settings.profile
    }
    pub fn member(&self, id: &str) -> Option<&'a Member> {
        self.members.iter().find(|m| m.id == id)
    }
    /// The member's name, or the id when nobody bears it: a finding must always have something to print.
    pub fn name_of<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.member(id).map_or(id, |m| m.name.as_str())
    }
    /// Members in office on `day`, in seat order.
    pub fn in_office(&self, day: Date) -> Vec<&'a Member> {
        let mut seated: Vec<&Member> = self.members.iter().filter(|m| m.in_office(day)).collect();
        seated.sort_by(|a, b| (a.seat, &a.id).cmp(&(b.seat, &b.id)));
        seated
    }
    /// The chair on `day`, when the post is filled.
    pub fn chair(&self, day: Date) -> Option<&'a Member> {
        self.members.iter().find(|m| m.role_on(day) == Some(crate::Role::Chair))
    }
}
