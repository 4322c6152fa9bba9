//! A field of the form before it is an object of the file, and where the layout put it.

use crate::Error;
use crate::press::display::{Item, Page};

/// What can be put into a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// One of a group: this value when it is ticked.
    Choice(String),
    /// Ticked or not.
    Tick,
    Line,
    Lines,
    /// One of these, shown with a number before it.
    List(Vec<String>),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// What a screen reader says.
    pub(super) tip: String,
    pub(super) value: String,
    pub(super) fixed: bool,
}

impl Field {
    pub(super) fn new(name: String, kind: Kind, tip: impl Into<String>) -> Field {
        Field { name, kind, tip: tip.into(), value: String::new(), fixed: false }
    }
}

/// Page, from 0, and rectangle in points from the lower left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) rect: [f32; 4],
}

/// Where each field came to stand. A field that stands nowhere would be a question nobody is asked.
pub(super) fn places(pages: &[Page], fields: usize) -> Result<Vec<Place>, Error> {
    let mut out: Vec<Option<Place>> = vec![None; fields];
    for (n, page) in pages.iter().enumerate() {
        for item in &page.items {
            if let Item::Slot { x, y, w, h, slot } = item
                && let Some(place) = out.get_mut(*slot)
            {
                *place = Some(Place { page: n, rect: [*x, page.height - y - h, x + w, page.height - y] });
            }
        }
    }
    out.into_iter().collect::<Option<Vec<_>>>().ok_or_else(|| Error::Write("表单的栏目没有排下 / a field has no place".into()))
}
