//! Areas by themes: how many priorities stand behind each cell, and which.

use ratatui::layout::{Position, Rect};

use super::{
    canvas::{Canvas, Target},
    list::top,
    pane, prose,
};
use crate::{
    dataset::{AreaIndex, OwnerIndex, ThemeIndex},
    fit,
    query::describe::priority_line,
    tui::{
        app::App,
        layout::{Body, content},
        look::{self, Role},
    },
};

/// Theme names get no more rows than this.
const HEADER_ROWS: usize = 3;

/// How narrow and how wide a theme's column may be, and how much of it at least is left to areas' names.
const NARROWEST: u16 = 6;
const WIDEST: u16 = 11;
const NAMES: u16 = 16;

/// Draws the view.
pub(super) fn draw(app: &App, body: &Body, canvas: &mut Canvas) {
    let (areas, themes) = (&app.matrix.areas, &app.matrix.themes);
    let grid = Grid::new(app, body.main);
    let selected = match (areas.selected(), themes.selected()) {
        (Some(_), Some(theme)) if app.matrix.heading => in_all(app, theme),
        (Some(area), Some(theme)) => {
            let count = app.matrix.priorities().count();
            format!(
                "{}, {}: {count}",
                app.dataset().area(area).name,
                app.dataset().document().themes[theme.place()].name
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
    pane::draw(
        body.main,
        "Priorities by theme",
        &remarks.map(|remark| remark.trim().to_string()),
        true,
        canvas,
    );
    grid.draw(app, canvas);
    if let Some(place) = body.detail {
        draw_priorities(app, place, canvas);
    }
}

/// What of the matrix fits, and where.
struct Grid {
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

impl Grid {
    fn new(app: &App, place: Rect) -> Self {
        let content = content(place);
        let dataset = app.dataset();
        let (areas, themes) = (&app.matrix.areas, &app.matrix.themes);
        let longest = areas
            .items()
            .iter()
            .map(|&area| fit::width(&dataset.area(area).name))
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
        let around = |place: usize| place..place + 1;
        Self {
            first_row: top(&around(areas.place()), areas.items().len(), rows),
            first_column: top(&around(themes.place()), themes.items().len(), columns),
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

    fn draw(&self, app: &App, canvas: &mut Canvas) {
        let (areas, themes) = (&app.matrix.areas, &app.matrix.themes);
        for (column, &theme) in themes
            .items()
            .iter()
            .enumerate()
            .skip(self.first_column)
            .take(self.columns)
        {
            let role = if column == themes.place() {
                Role::Strong
            } else {
                Role::Plain
            };
            let place = Rect {
                x: self.x(column),
                width: self.cell - 1,
                height: self.header,
                ..self.content
            };
            for (y, line) in (place.y..place.bottom()).zip(header(app, theme, self.cell)) {
                canvas.text(place.x, y, &line, usize::from(self.cell), role);
            }
            canvas.target(place, Target::Heading(column));
            if app.matrix.heading && column == themes.place() {
                canvas.restyle(place, Role::Selected);
                canvas.sign(self.content.x, place.y, look::MARKER, Role::Strong);
                canvas.cursor = place.as_position();
            }
        }
        for (row, &area) in areas
            .items()
            .iter()
            .enumerate()
            .skip(self.first_row)
            .take(self.rows)
        {
            self.draw_row(app, row, area, canvas);
        }
        if areas.items().is_empty() {
            canvas.text(
                self.content.x + 1,
                self.content.y,
                "nothing like that: F shows all",
                usize::from(self.content.width),
                Role::Plain,
            );
        }
    }

    fn draw_row(&self, app: &App, row: usize, area: AreaIndex, canvas: &mut Canvas) {
        let y = self.content.y + self.header + u16::try_from(row - self.first_row).unwrap_or(0);
        let selected = row == app.matrix.areas.place() && !app.matrix.heading;
        let columns = usize::from(self.names).saturating_sub(2);
        let name = fit::cut(&app.dataset().area(area).name, columns);
        canvas.text(
            self.content.x + 1,
            y,
            &name,
            columns,
            if selected { Role::Strong } else { Role::Plain },
        );
        if selected {
            canvas.sign(self.content.x, y, look::MARKER, Role::Strong);
        }
        let themes = &app.matrix.themes;
        for (column, &theme) in themes
            .items()
            .iter()
            .enumerate()
            .skip(self.first_column)
            .take(self.columns)
        {
            let place = Rect {
                x: self.x(column),
                y,
                width: self.cell - 1,
                height: 1,
            };
            let count = app.matrix.cell(area, theme).len();
            canvas.text(
                place.x,
                y,
                &strength(count),
                usize::from(place.width),
                if count > 0 { Role::There } else { Role::Line },
            );
            canvas.target(place, Target::Cell(row, column));
            if selected && column == themes.place() {
                canvas.restyle(place, Role::Selected);
                canvas.cursor = Position::new(place.x, y);
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
    let name = &app.dataset().document().themes[theme.place()].name;
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
    fit::wrap_to(
        &app.dataset().document().themes[theme.place()].name,
        usize::from(cell - 1),
        HEADER_ROWS,
    )
}

/// Draws the priorities behind the selected cell; of an empty one, why that may be.
fn draw_priorities(app: &App, place: Rect, canvas: &mut Canvas) {
    let (world, dataset) = (app.world(), app.dataset());
    let (Some(area), Some(index)) = (app.matrix.areas.selected(), app.matrix.themes.selected())
    else {
        return;
    };
    let mut text = prose::Prose::new(content(place).width);
    if app.matrix.heading {
        // Each takes a line at least: more than fit are not looked at.
        for priority in app.matrix.priorities().take(usize::from(place.height)) {
            text.plain(&priority_line(world, priority));
        }
        text.draw_pane(
            place,
            &in_all(app, index),
            "Enter shows all",
            0,
            false,
            canvas,
        );
        return;
    }
    let theme = &dataset.document().themes[index.place()].name;
    for priority in app.matrix.priorities() {
        let priority = dataset.priority(priority);
        text.strong(&format!("{} {}", priority.number, priority.title));
        text.sources(dataset, world.known(&priority.cites));
        text.labelled("Reference", priority.reference.as_str());
    }
    if text.is_empty() {
        text.plain(&format!(
            "No priority of {} is known to belong to this theme.",
            dataset.area(area).name
        ));
        for (_, note) in world.facts_of(OwnerIndex::Area(area), crate::dataset::Kind::Note) {
            text.labelled("Note", &note.headline());
        }
    }
    text.draw_pane(
        place,
        &format!("{}: {theme}", dataset.area(area).name),
        "",
        0,
        false,
        canvas,
    );
}
