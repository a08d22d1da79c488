//! The styles of cells.

use crate::{
    dataset::{Amount, Bound, PartialDate},
    report::office::xml::{DECLARATION, escape},
};

/// The style of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellStyle {
    /// Title of the file.
    Title,
    /// Heading of a part of the first sheet.
    Label,
    /// Name of a column.
    Heading,
    /// Text.
    Text,
    /// Text that looks like a formula. It stays text if someone edits the cell.
    Quoted,
    /// Number.
    Number,
    /// Link.
    Link,
    /// Day.
    Day,
    /// Month without a day.
    Month,
    /// Year alone.
    Year,
    /// Sum of money, with the words around it.
    Money(Option<Bound>, bool),
}

/// Bounds in the order of their styles.
const BOUNDS: [Option<Bound>; 5] = [
    None,
    Some(Bound::AtLeast),
    Some(Bound::Over),
    Some(Bound::Nearly),
    Some(Bound::UpTo),
];

/// Number of the first style for money.
const FIRST_MONEY: usize = 11;

/// Number of the first number format that is not built in.
const FIRST_FORMAT: usize = 164;

impl CellStyle {
    /// Returns the style of a date.
    pub(super) fn of_date(date: PartialDate) -> Self {
        match date {
            PartialDate::Day(_) => Self::Day,
            PartialDate::Month(..) => Self::Month,
            PartialDate::Year(_) => Self::Year,
        }
    }

    /// Returns the style of a sum.
    pub(super) fn of_amount(amount: Amount) -> Self {
        Self::Money(amount.bound, amount.every_year)
    }

    /// Returns the number of the style in the part with the styles. Number 0 is for cells without a style.
    pub(super) fn index(self) -> usize {
        match self {
            Self::Title => 1,
            Self::Label => 2,
            Self::Heading => 3,
            Self::Text => 4,
            Self::Quoted => 5,
            Self::Number => 6,
            Self::Link => 7,
            Self::Day => 8,
            Self::Month => 9,
            Self::Year => 10,
            Self::Money(bound, every_year) => {
                let bound = BOUNDS.iter().position(|other| *other == bound);
                FIRST_MONEY + 2 * bound.unwrap_or(0) + usize::from(every_year)
            }
        }
    }
}

/// Returns the number formats: those of dates, then those of sums in the order of their styles.
fn number_formats() -> Vec<String> {
    // 809 is the number of British English: without it, months would be in the language of the reader's system.
    let mut formats: Vec<String> = ["d mmmm yyyy", "mmmm yyyy", "yyyy"]
        .map(|format| format!("[$-809]{format}"))
        .into();
    for bound in BOUNDS {
        for every_year in [false, true] {
            let before = bound.map_or_else(String::new, |bound| format!("\"{bound} \""));
            let after = if every_year { "\" a year\"" } else { "" };
            formats.push(format!("{before}[$£-809]#,##0{after}"));
        }
    }
    formats
}

/// Returns the part with the styles.
pub(super) fn styles_part() -> String {
    let formats = number_formats();
    let format_list: String = formats
        .iter()
        .enumerate()
        .map(|(index, format)| {
            let id = FIRST_FORMAT + index;
            format!(
                "<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>",
                escape(format)
            )
        })
        .collect();
    let top = "<alignment vertical=\"top\"/>";
    let wrapped = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    let left = "<alignment horizontal=\"left\" vertical=\"top\"/>";
    let style = |format: usize, font: usize, fill: usize, rest: &str, alignment: &str| {
        format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"{rest}>{alignment}</xf>"
        )
    };
    let mut cell_styles = vec![
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>".to_string(),
        style(0, 1, 0, "", "<alignment vertical=\"center\"/>"),
        style(0, 2, 0, "", top),
        style(
            0,
            3,
            2,
            "",
            "<alignment vertical=\"center\" wrapText=\"1\"/>",
        )
        .replace("borderId=\"0\"", "borderId=\"1\" applyBorder=\"1\""),
        style(0, 0, 0, "", wrapped),
        style(0, 0, 0, " quotePrefix=\"1\"", wrapped),
        style(0, 0, 0, "", top),
        style(0, 4, 0, "", wrapped),
    ];
    for index in 0..formats.len() {
        // A date is read with the text beside it; sums are compared by their digits.
        let alignment = if index < 3 { left } else { top };
        cell_styles.push(style(FIRST_FORMAT + index, 0, 0, "", alignment));
    }
    let font = |size: u8, before: &str, color: &str| {
        format!(
            "<font>{before}<sz val=\"{size}\"/><color rgb=\"FF{color}\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
        )
    };
    // The colours are those of GOV.UK pages.
    let fonts = [
        font(10, "", "0B0C0C"),
        font(16, "<b/>", "0B0C0C"),
        font(11, "<b/>", "0B0C0C"),
        font(10, "<b/>", "0B0C0C"),
        font(10, "<u/>", "1D70B8"),
    ];
    format!(
        "{DECLARATION}<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <numFmts count=\"{}\">{format_list}</numFmts><fonts count=\"{}\">{}</fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF3F2F1\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
         <borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>\
         <border><left/><right/><top/><bottom style=\"medium\"><color rgb=\"FF0B0C0C\"/></bottom><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        formats.len(),
        fonts.len(),
        fonts.concat(),
        cell_styles.len(),
        cell_styles.concat(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_of_money_are_at_their_numbers() {
        let styles = styles_part();
        let document = roxmltree::Document::parse(&styles).expect("XML");
        let of_name = |name: &'static str| {
            let mut elements = document.descendants();
            elements
                .find(|element| element.has_tag_name(name) || element.tag_name().name() == name)
                .expect("the element is there")
        };
        let formats: Vec<&str> = of_name("numFmts")
            .children()
            .filter_map(|format| format.attribute("formatCode"))
            .collect();
        let styles: Vec<usize> = of_name("cellXfs")
            .children()
            .filter_map(|style| style.attribute("numFmtId")?.parse().ok())
            .collect();
        let format_of = |style: CellStyle| formats[styles[style.index()] - FIRST_FORMAT];
        assert_eq!(format_of(CellStyle::Year), "[$-809]yyyy");
        assert_eq!(format_of(CellStyle::Money(None, false)), "[$£-809]#,##0");
        assert_eq!(
            format_of(CellStyle::Money(Some(Bound::UpTo), true)),
            "\"up to \"[$£-809]#,##0\" a year\""
        );
    }
}
