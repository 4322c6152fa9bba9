//! Writes the types that cross the door as TypeScript: every act, every view and what they are made of.
//! `cargo run -p office --features ts --example types > ui/src/generated/types.ts`; `make types` does that, and a test of
//! the window fails when the file is not current.

use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// Walks the types reachable from the roots and keeps each declaration once, in the order of its name.
struct Collect<'c> {
    cfg: &'c Config,
    declared: BTreeMap<String, String>,
    seen: std::collections::HashSet<std::any::TypeId>,
}

impl TypeVisitor for Collect<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(std::any::TypeId::of::<T>()) {
            return;
        }
        // Only named types of ours are declared; a Vec or an Option is visited for what it holds.
        if T::output_path().is_some() {
            let name = T::ident(self.cfg);
            let decl = format!("export {}", T::decl(self.cfg));
            if let Some(known) = self.declared.get(&name) {
                assert_eq!(known, &decl, "two types are called {name}");
                return;
            }
            self.declared.insert(name, decl);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn main() {
    let cfg = Config::default();
    let mut collect = Collect { cfg: &cfg, declared: BTreeMap::new(), seen: Default::default() };
    macro_rules! roots { ($($t:path),+ $(,)?) => { $(collect.visit::<$t>();)+ } }
    use office::views::*;
    roots! {
        office::Act, office::View, office::Request, office::counter::Done, office::attach::Taken, office::Failure, office::file::FileRequest,
        start::StartView, start::FrameView, today::TodayView, cases::CasesView, cases::TrackingView, cases::AppealsView,
        case::CaseView, intake::IntakeView, meeting::MeetingsView, meeting::MeetingView, meeting::AftermathView,
        papers::PapersView, papers::PaperView, papers::WordingView, committee::CommitteeView, report::ReportView,
        report::ReportList, law::LawView, law::ArticleView, search::SearchView, why::WhyView, journal::JournalView, outward::OutwardView,
        office::reading::ReadingRequest, office::reading::ReadingState, office::reading::LeafView, office::reading::FoundView, office::reading::OutlineView,
        settings::SettingsView, settings::CalendarView, help::HelpView, packets::PacketsView, office::packets::PacketWritten,
        office::packets::Spoken, office::packets::Staged, office::packet_pdf::PacketPdf,
    }
    println!("// The types that cross the door, written by `make types` from the Rust of office and measures. Not edited by hand.");
    for decl in collect.declared.values() {
        println!("{decl}");
    }
}
