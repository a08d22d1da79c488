//! Areas by themes: how many priorities stand behind each cell, and which.

use ratatui::layout::{Position, Rect};

use super::{
    item_list::top,
    pane,
    render_context::{HitTarget, RenderContext},
    rich_text,
};
use crate::{
    dataset::{AreaIndex, OwnerIndex, ThemeIndex},
    fit,
    query::{describe::priority_line, matrix::empty_cell},
    tui::{
        app::App,
        layout::{ViewAreas, inner},
        styles::{self, StyleRole},
    },
};

/// Theme names get no more rows than this.
const HEADER_ROWS: usize = 3;

/// How narrow and how wide a theme's column may be, and how much of it at least is left to areas' names.
const NARROWEST: u16 = 6;
const WIDEST: u16 = 11;
const NAMES: u16 = 16;

/// Draws the view.
pub(super) fn render(app: &App, body: &ViewAreas, context: &mut RenderContext) {
    let (areas, themes) = (&app.matrix.areas, &app.matrix.themes);
    let grid = MatrixGrid::new(app, body.main);
    let selected = match (areas.selected(), themes.selected()) {
        (Some(_), Some(theme)) if app.matrix.heading => in_all(app, theme),
        (Some(area), Some(theme)) => {
            let count = app.matrix.priorities().count();
            format!(
                "{}, {}: {count}",
                app.dataset().area(area).name,
                app.dataset().theme(theme).name
            )
        }
        _ => String::new(),
    };
    let order = app.matrix.order.name();
    let remarks = [
        format!("{selected} · {order} {}", grid.arrows(app)),
        format!("{selected} {}", grid.arrows(app)),
        grid.arrows(app),
    ];
    pane::render(
        body.main,
        "Priorities by theme",
        &remarks.map(|remark| remark.trim().to_string()),
        true,
        context,
    );
    grid.render(app, context);
    if let Some(rect) = body.detail {
        render_priorities(app, rect, context);
    }
}

/// What of the matrix fits, and where.
struct MatrixGrid {
    content: Rect,
    /// How wide the names of areas are, with a blank after them.
    names: u16,
    /// How wide a cell is.
    cell: u16,
    header: u16,
    first_row: usize,
    first_column: usize,
    rows: usize,
    columns: usize,
}

impl MatrixGrid {
    fn new(app: &App, rect: Rect) -> Self {
        let content = inner(rect);
        let dataset = app.dataset();
        let (areas, themes) = (&app.matrix.areas, &app.matrix.themes);
        let longest = areas
            .items()
            .iter()
            .map(|&area| fit::text_width(&dataset.area(area).name))
            .max()
            .unwrap_or(0);
        let count = u16::try_from(themes.items().len().max(1)).unwrap_or(u16::MAX);
        // Names give way until every theme has its column, but never so far that nobody can read them.
        let left = content
            .width
            .saturating_sub(count.saturating_mul(NARROWEST));
        let names = u16::try_from(longest + 3)
            .unwrap_or(u16::MAX)
            .min(left.max(content.width.min(NAMES)).max(content.width / 4));
        let room = content.width - names;
        let cell = (room / count).clamp(NARROWEST, WIDEST);
        let columns = usize::from(room / cell).max(1);
        let name = |theme: ThemeIndex| header(app, theme, cell).len();
        let header = u16::try_from(
            themes
                .items()
                .iter()
                .map(|&theme| name(theme))
                .max()
                .unwrap_or(0),
        )
        .unwrap_or(0);
        // A row of areas at least.
        let header = header.min(content.height.saturating_sub(1));
        let rows = usize::from(content.height.saturating_sub(header)).max(1);
        let around = |rect: usize| rect..rect + 1;
        Self {
            first_row: top(&around(areas.selected_index()), areas.items().len(), rows),
            first_column: top(
                &around(themes.selected_index()),
                themes.items().len(),
                columns,
            ),
            rows: rows.min(areas.items().len()),
            columns: columns.min(themes.items().len()),
            content,
            names,
            cell,
            header,
        }
    }

    /// Signs that there is more around what is shown.
    fn arrows(&self, app: &App) -> String {
        let (areas, themes) = (
            app.matrix.areas.items().len(),
            app.matrix.themes.items().len(),
        );
        let left = if self.first_column > 0 { "←" } else { "" };
        let right = if self.first_column + self.columns < themes {
            "→"
        } else {
            ""
        };
        format!(
            "{left}{right}{}",
            pane::arrows(self.first_row > 0, self.first_row + self.rows < areas)
        )
    }

    fn render(&self, app: &App, context: &mut RenderContext) {
        let (areas, themes) = (&app.matrix.areas, &app.matrix.themes);
        for (column, &theme) in themes
            .items()
            .iter()
            .enumerate()
            .skip(self.first_column)
            .take(self.columns)
        {
            let role = if column == themes.selected_index() {
                StyleRole::Emphasis
            } else {
                StyleRole::Plain
            };
            let rect = Rect {
                x: self.x(column),
                width: self.cell - 1,
                height: self.header,
                ..self.content
            };
            for (y, line) in (rect.y..rect.bottom()).zip(header(app, theme, self.cell)) {
                context.put_str(rect.x, y, &line, usize::from(self.cell), role);
            }
            context.register_hit(rect, HitTarget::Heading(column));
            if app.matrix.heading && column == themes.selected_index() {
                context.set_style(rect, StyleRole::Selected);
                context.put_symbol(
                    self.content.x,
                    rect.y,
                    styles::SELECTED,
                    StyleRole::Emphasis,
                );
                context.cursor = rect.as_position();
            }
        }
        for (row, &area) in areas
            .items()
            .iter()
            .enumerate()
            .skip(self.first_row)
            .take(self.rows)
        {
            self.render_row(app, row, area, context);
        }
        if areas.items().is_empty() {
            context.put_str(
                self.content.x + 1,
                self.content.y,
                "nothing like that: F shows all",
                usize::from(self.content.width),
                StyleRole::Plain,
            );
        }
    }

    fn render_row(&self, app: &App, row: usize, area: AreaIndex, context: &mut RenderContext) {
        let y = self.content.y + self.header + u16::try_from(row - self.first_row).unwrap_or(0);
        let selected = row == app.matrix.areas.selected_index() && !app.matrix.heading;
        let columns = usize::from(self.names).saturating_sub(2);
        let name = fit::elide_end(&app.dataset().area(area).name, columns);
        context.put_str(
            self.content.x + 1,
            y,
            &name,
            columns,
            if selected {
                StyleRole::Emphasis
            } else {
                StyleRole::Plain
            },
        );
        if selected {
            context.put_symbol(self.content.x, y, styles::SELECTED, StyleRole::Emphasis);
        }
        let themes = &app.matrix.themes;
        for (column, &theme) in themes
            .items()
            .iter()
            .enumerate()
            .skip(self.first_column)
            .take(self.columns)
        {
            let rect = Rect {
                x: self.x(column),
                y,
                width: self.cell - 1,
                height: 1,
            };
            let count = app.matrix.cell(area, theme).len();
            context.put_str(
                rect.x,
                y,
                &strength(count),
                usize::from(rect.width),
                if count > 0 {
                    StyleRole::Present
                } else {
                    StyleRole::Border
                },
            );
            context.register_hit(rect, HitTarget::Cell(row, column));
            if selected && column == themes.selected_index() {
                context.set_style(rect, StyleRole::Selected);
                context.cursor = Position::new(rect.x, y);
            }
        }
    }

    fn x(&self, column: usize) -> u16 {
        self.content.x
            + self.names
            + u16::try_from(column - self.first_column).unwrap_or(0) * self.cell
    }
}

/// How many areas have a theme.
fn in_all(app: &App, theme: ThemeIndex) -> String {
    let name = &app.dataset().theme(theme).name;
    format!(
        "{name}: {}",
        match app.matrix.areas_in(theme) {
            1 => "1 area".into(),
            areas => format!("{areas} areas"),
        }
    )
}

/// How many, and how strong that is, by a sign.
fn strength(count: usize) -> String {
    match count {
        0 => "·".into(),
        1 => "░ 1".into(),
        2 => "▒ 2".into(),
        more => format!("█ {more}"),
    }
}

/// A theme's name in the lines of its column.
fn header(app: &App, theme: ThemeIndex, cell: u16) -> Vec<String> {
    fit::wrap_lines(
        &app.dataset().theme(theme).name,
        usize::from(cell - 1),
        HEADER_ROWS,
    )
}

/// Draws the priorities behind the selected cell; of an empty one, why that may be.
fn render_priorities(app: &App, rect: Rect, context: &mut RenderContext) {
    let (snapshot, dataset) = (app.snapshot(), app.dataset());
    let (Some(area), Some(index)) = (app.matrix.areas.selected(), app.matrix.themes.selected())
    else {
        return;
    };
    let mut text = rich_text::RichText::new(inner(rect).width);
    if app.matrix.heading {
        // Each takes a line at least: more than fit are not looked at.
        for priority in app.matrix.priorities().take(usize::from(rect.height)) {
            text.plain(&priority_line(snapshot, priority));
        }
        text.render_pane(
            rect,
            &in_all(app, index),
            "Enter shows all",
            0,
            false,
            context,
        );
        return;
    }
    let theme = &dataset.theme(index).name;
    for priority in app.matrix.priorities() {
        let priority = dataset.priority(priority);
        text.strong(&format!("{} {}", priority.number, priority.title));
        text.sources(dataset, snapshot.known(&priority.cites));
        text.labelled("Reference", priority.reference.as_str());
    }
    if text.is_empty() {
        text.plain(&empty_cell(dataset, area, index));
        for (_, note) in snapshot.facts_of(OwnerIndex::Area(area), crate::dataset::Kind::Note) {
            text.labelled("Note", &note.headline());
        }
    }
    text.render_pane(
        rect,
        &format!("{}: {theme}", dataset.area(area).name),
        "",
        0,
        false,
        context,
    );
}
