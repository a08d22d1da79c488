//! Rendering of a page as text.

use super::{
    ascii_page::{ascii_layout, ascii_page},
    writer::{Emphasis, HEADING, LABEL, Writer},
};
use crate::report::{
    format::TextLayout,
    page::{Page, PageBlock},
};

/// Renders a page in lines that fit the layout.
pub(in crate::report) fn render(page: &Page, layout: TextLayout) -> String {
    if layout.ascii {
        ascii_layout(written(&ascii_page(page), layout))
    } else {
        written(page, layout)
    }
}

fn written(page: &Page, layout: TextLayout) -> String {
    let mut out = Writer::new(layout);
    if !page.title.is_empty() {
        out.paragraph(&page.title, "", Emphasis::Whole(HEADING));
    }
    for block in &page.blocks {
        match block {
            PageBlock::Heading(heading) => out.heading(heading),
            PageBlock::Subheading(words) => out.paragraph(words, "", Emphasis::Whole(LABEL)),
            PageBlock::Paragraph(words) => out.paragraph(words, "", Emphasis::None),
            PageBlock::Fields(fields) => {
                for (label, value) in fields {
                    out.paragraph(
                        &format!("{label}: {value}"),
                        "  ",
                        Emphasis::Start(label.len() + 1),
                    );
                }
            }
            PageBlock::List(entries) => {
                for entry in entries {
                    out.paragraph(&format!("- {entry}"), "  ", Emphasis::None);
                }
            }
            PageBlock::Notes(notes) => out.notes(notes),
            PageBlock::Table(table) => {
                out.table(table);
                if layout.wide && !table.notes.is_empty() {
                    out.heading("Sources");
                    out.notes(&table.notes);
                }
            }
        }
    }
    out.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{PageColumn, PageTable};

    #[test]
    fn columns_stay_aligned_with_wide_characters_and_wrapped_cells() {
        let table = PageTable::new(
            vec![PageColumn::key("area"), PageColumn::main("what")],
            vec![
                vec!["東京".into(), "read at home every day".into()].into(),
                vec!["Oldham".into(), "short".into()].into(),
            ],
        );
        let page = Page {
            blocks: vec![PageBlock::Table(table)],
            ..Page::default()
        };
        assert_eq!(
            render(&page, TextLayout::plain(28)),
            "area    what\n------  --------------------\n東京    read at home every\n        day\nOldham  short\n"
        );
        assert_eq!(
            render(&page, TextLayout::plain(20)),
            "area    what\n------  ------------\n東京    read at home\n        every day\nOldham  short\n"
        );
    }

    #[test]
    fn wrapped_address_links_to_the_whole_address() {
        let address = "https://example.org/a/very/long/address";
        let page = Page {
            blocks: vec![PageBlock::Paragraph(format!("see {address} there"))],
            ..Page::default()
        };
        let shown = render(
            &page,
            TextLayout {
                links: true,
                ..TextLayout::plain(24)
            },
        );
        assert!(
            shown.matches(&format!("\x1b]8;;{address}\x1b\\")).count() >= 2,
            "{shown:?}"
        );
        assert_eq!(
            shown.matches("\x1b]8;;\x1b\\").count(),
            shown.matches(&format!(";;{address}")).count()
        );
        let mut bare = shown
            .replace(&format!("\x1b]8;;{address}\x1b\\"), "")
            .replace("\x1b]8;;\x1b\\", "");
        bare.retain(|character| character != '\n');
        assert_eq!(bare.replace(' ', ""), format!("see{address}there"));
    }

    #[test]
    fn styles_have_no_width_and_end_in_their_line() {
        let page = Page {
            title: "A title that is longer than a line".into(),
            blocks: vec![PageBlock::Fields(vec![(
                "Label".into(),
                "a value that goes on and on".into(),
            )])],
            ..Page::default()
        };
        let styled = render(
            &page,
            TextLayout {
                styled: true,
                ..TextLayout::plain(20)
            },
        );
        assert_eq!(
            without_styles(&styled),
            render(&page, TextLayout::plain(20))
        );
        assert!(
            styled
                .lines()
                .all(|line| !line.contains('\x1b') || line.contains("\x1b[0m")),
            "{styled:?}"
        );
    }

    fn without_styles(text: &str) -> String {
        let mut plain = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('\x1b') {
            plain.push_str(before);
            rest = after.split_once('m').expect("a style ends with m").1;
        }
        plain + rest
    }
}
