//! The state of the dashboard. It changes only in methods of [`App`]; commands go through [`App::update`].

mod background;
mod copying;
mod earlier;
mod effect;
mod empty_view;
mod environment;
mod escape;
mod messages;
mod mouse;
mod navigation;
mod notice;
mod preview;
mod prompts;
mod questions;
mod speech;
mod speech_state;
#[cfg(test)]
mod tests;
mod typed_words;
mod typing;

use ratatui::layout::Size;

pub use effect::{Banner, CopyOutcome, Effect};
pub(crate) use notice::Notice;
use preview::Preview;
use speech_state::SpeechState;
use typed_words::TypedWords;

use super::{
    action::AppAction,
    history::{Bookmarks, History, Location},
    layout::Pane,
    mouse_targets::{MouseTarget, MouseTargets},
    overlays::{BookmarkList, CommandList, FilterPicker, JumpPrompt, Overlay, OverlayScope},
    styles::Styles,
    views::{ViewScope, ViewState, Views, hidden_views},
};
use crate::{
    command::{Command, Mode, View},
    dataset::{AreaIndex, Dataset, ItemIndex, PartialDate},
    query::{filter::Filter, snapshot::Snapshot},
};

/// The state of the dashboard.
#[derive(Debug, Clone)]
pub struct App<'a> {
    styles: Styles,
    /// The message at the foot of the screen.
    banner: Option<Banner>,
    /// True if the public uses the program, so that nothing may lead out of it.
    kiosk: bool,
    /// A sentence about the last key in the footer, until the next command or click.
    notice: Option<Notice>,
    /// The text that was to be copied, if that was the last command: the same key shows it.
    copied: Option<String>,
    /// Characters that were pressed without a field.
    typed: TypedWords,
    scope: ViewScope<'a>,
    view: View,
    pub(super) views: Views,
    pub(super) overlay: Option<Overlay>,
    /// The state before the prompt that is open.
    preview: Option<Box<Preview>>,
    /// The cursor in screen-reader mode.
    speech: SpeechState,
    /// The views that the dataset has nothing for.
    hidden_views: Vec<View>,
    history: History,
    bookmarks: Bookmarks,
    /// The mouse targets of the last frame; none if the state has changed since.
    mouse_targets: Option<MouseTargets>,
    /// The target of the last click, if nothing else was done since: a second click opens it.
    last_click: Option<MouseTarget>,
}

impl<'a> App<'a> {
    /// Creates the state in which the dashboard opens.
    #[must_use]
    pub fn new(dataset: &'a Dataset, size: Size) -> Self {
        let scope = ViewScope::new(dataset, size);
        let mut views = Views::default();
        views.areas.refresh(&scope);
        Self {
            styles: Styles::default(),
            banner: None,
            kiosk: false,
            notice: None,
            copied: None,
            typed: TypedWords::default(),
            scope,
            view: View::Areas,
            views,
            overlay: None,
            preview: None,
            speech: SpeechState::default(),
            hidden_views: hidden_views(dataset),
            history: History::default(),
            bookmarks: Bookmarks::default(),
            mouse_targets: None,
            last_click: None,
        }
    }

    /// Returns the dataset.
    #[must_use]
    pub fn dataset(&self) -> &'a Dataset {
        self.scope.dataset
    }

    /// Returns what was known on the date that is shown.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot<'a> {
        self.scope.snapshot()
    }

    /// Returns the date that is shown; none for the latest state.
    #[must_use]
    pub fn as_of(&self) -> Option<PartialDate> {
        self.scope.as_of
    }

    /// Returns the filter.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.scope.filter
    }

    /// Returns the filter as far as the visible view follows it.
    pub(super) fn followed_filter(&self) -> Option<&Filter> {
        let view = self.views.get(self.view);
        Some(self.filter()).filter(|_| view.follows_filter(&self.scope))
    }

    /// Returns the view, which an overlay may cover.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// Returns the focused pane of the areas view.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.views.areas.focus()
    }

    /// Returns the mode, which decides what keys mean.
    #[must_use]
    pub fn mode(&self) -> Mode {
        if let Some(overlay) = &self.overlay {
            return overlay.state().mode();
        }
        let mode = self.views.get(self.view).mode();
        mode.unwrap_or(Mode::View(self.view))
    }

    /// Returns the selected item.
    #[must_use]
    pub fn selected_item(&self) -> ItemIndex {
        self.views.get(self.view).selected_item()
    }

    /// Returns the current location.
    #[must_use]
    pub fn location(&self) -> Location {
        let view = self.views.get(self.view);
        Location {
            view: self.view,
            item: view.selected_item(),
            pane: match self.view {
                View::Areas => self.focus(),
                _ => Pane::Areas,
            },
            context: view.context(),
        }
    }

    pub(super) fn scope(&self) -> &ViewScope<'a> {
        &self.scope
    }

    pub(super) fn overlay_scope(&self) -> OverlayScope<'_> {
        OverlayScope {
            view: &self.scope,
            bookmarks: self.bookmarks.locations(),
            question: self.typed_question(),
        }
    }

    /// Adapts the state to a screen of another size. The selection stays.
    pub fn resize(&mut self, size: Size) {
        self.forget_clicks();
        self.scope.size = size;
        for view in View::ALL {
            self.views.get_mut(view).resize(&self.scope);
        }
        self.refresh_overlay();
    }

    /// Shows what was known on a date; without one, the latest state.
    pub fn set_as_of(&mut self, as_of: Option<PartialDate>) {
        if self.scope.as_of != as_of {
            self.forget_clicks();
            self.scope.as_of = as_of;
            self.refresh();
        }
    }

    fn set_filter(&mut self, filter: Filter) {
        self.scope.filter = filter;
        self.refresh();
    }

    /// Refreshes the visible view and the panes. Other views refresh when they are shown.
    fn refresh(&mut self) {
        // Even while hidden, the panes must list what items are opened in.
        self.views.areas.refresh(&self.scope);
        if self.view != View::Areas {
            self.views.get_mut(self.view).refresh(&self.scope);
        }
        self.refresh_overlay();
    }

    fn refresh_overlay(&mut self) {
        if let Some(mut overlay) = self.overlay.take() {
            overlay.state_mut().refresh(&self.overlay_scope());
            self.overlay = Some(overlay);
        }
    }

    /// Runs a command.
    pub fn update(&mut self, command: Command) -> Effect {
        if self.speaks() {
            self.update_spoken(command)
        } else {
            self.run(command)
        }
    }

    fn run(&mut self, command: Command) -> Effect {
        self.forget_clicks();
        self.notice = None;
        let copied = self.copied.take();
        match command {
            command if !self.is_allowed(command) => {
                self.notify(command.why_not_allowed());
            }
            command if let Some(view) = self.hidden_view(command) => self.say_why_hidden(view),
            Command::Open if self.has_nothing_to_open() => self.notify("There is nothing to open."),
            command if command.arranges_items() && self.has_no_item() && !self.is_reading() => {
                self.notify("Nothing is shown that this key could change.");
            }
            command if command != Command::Open && command.needs_item() && self.has_no_item() => {
                self.notify("Nothing is selected.");
            }
            Command::Quit => return Effect::Quit,
            Command::Redraw => return Effect::Redraw,
            Command::Suspend => return Effect::Suspend,
            Command::Speak => return self.switch_speech(),
            Command::Copy => return self.copy_or_show(copied),
            Command::CopyReference => return self.copy_reference(),
            Command::View(view) if view == self.view && view != View::Search => self.go_home(),
            Command::View(view) => self.show_view(view),
            Command::Palette => self.open_commands(CommandList::Palette),
            Command::Help if self.overlay.is_none() => self.open_commands(CommandList::Help),
            // In the filter it finds a value.
            Command::Jump if self.overlay.is_none() => self.open_jump_prompt(),
            Command::Date => self.open_date_prompt(),
            Command::Filter => {
                let picker = Box::new(FilterPicker::new(&self.scope));
                self.overlay = Some(Overlay::Filter(picker));
            }
            Command::Marks => self.overlay = Some(Overlay::Bookmarks(BookmarkList::default())),
            Command::Save => self.open_save_prompt(),
            Command::ClearFilter if self.overlay.is_some() => {
                return self.update_overlay_or_view(command);
            }
            Command::ClearFilter if self.filter().is_empty() => self.notify("No filter is set."),
            Command::ClearFilter => {
                self.set_filter(Filter::default());
                self.say_filter();
            }
            Command::Escape => return self.escape(),
            Command::Zoom => self.toggle_zoom(),
            Command::Mark => self.toggle_bookmark(),
            Command::PreviousLocation => self.go_to_previous_location(),
            Command::NextLocation => self.go_to_next_location(),
            Command::NextHit => self.cycle_hits(1),
            Command::PreviousHit => self.cycle_hits(-1),
            Command::Compare => self.compare_selected(),
            _ => return self.update_overlay_or_view(command),
        }
        Effect::None
    }

    fn update_overlay_or_view(&mut self, command: Command) -> Effect {
        let action = if let Some(mut overlay) = self.overlay.take() {
            let response = overlay.state_mut().update(&self.overlay_scope(), command);
            self.overlay = Some(overlay).filter(|_| !response.closes);
            response.action
        } else {
            self.views.get_mut(self.view).update(&self.scope, command)
        };
        self.perform(action)
    }

    fn perform(&mut self, action: AppAction) -> Effect {
        match action {
            AppAction::None => {}
            AppAction::OpenItem(item) => _ = self.open(item) && self.open_spoken_details(),
            AppAction::ShowFullText(item) => self.show_full_text(item),
            AppAction::LeaveView => self.leave_view(),
            AppAction::GoBack => self.go_back(),
            AppAction::GoTo(location) => self.go_to(location),
            AppAction::CancelPreview => self.cancel_preview(),
            AppAction::Notify(notice) => self.notify(notice),
            AppAction::Confirm(notice) => self.notify(Notice::done(notice)),
            AppAction::SelectIndex(index) => {
                self.views
                    .get_mut(self.view)
                    .select_index(&self.scope, index);
            }
            AppAction::SelectItem(item) => {
                self.views.get_mut(self.view).select_item(&self.scope, item);
            }
            AppAction::ReturnToIndex(index) => {
                self.cancel_preview();
                self.start_preview();
                return self.perform(AppAction::SelectIndex(index));
            }
            AppAction::Search(words) => {
                self.show_view(View::Search);
                self.type_text(&words);
            }
            AppAction::ChooseArea {
                areas,
                selected,
                replaced,
            } => {
                let prompt = JumpPrompt::to_add(self.dataset(), areas, selected, replaced);
                self.overlay = Some(Overlay::Jump(prompt));
            }
            AppAction::AddArea(area) => {
                let action = self.views.compare.add_chosen(&self.scope, area);
                return self.perform(action);
            }
            AppAction::SetAsOf(date) => {
                self.set_as_of(date);
                self.say_date();
            }
            AppAction::SetFilter(filter) => {
                self.set_filter(*filter);
                self.say_filter();
            }
            AppAction::RemoveBookmark(index) => {
                self.bookmarks.remove(index);
                self.refresh_overlay();
            }
            AppAction::Run(view, command) => {
                if let Some(view) = view {
                    self.show_view(view);
                }
                return self.update(command);
            }
            AppAction::Save {
                name,
                subject,
                overwrite,
            } => {
                return Effect::Save {
                    name,
                    subject,
                    as_of: self.as_of(),
                    overwrite,
                };
            }
        }
        Effect::None
    }

    /// Returns the area of the selected item.
    fn selected_area(&self) -> Option<AreaIndex> {
        self.selected_item().area()
    }
}
