//! Cells that several tables have.

use crate::{
    dataset::{AreaIndex, Dataset, ItemIndex, OwnerIndex, Period},
    query::describe::owner_name,
    report::table::{CellValue, PageCell},
};

/// Returns a cell for an area's name.
pub(super) fn area_cell(dataset: &Dataset, area: AreaIndex) -> PageCell {
    let area = dataset.area(area);
    PageCell::from(&area.name).short(area.short_name())
}

/// Returns a cell for the owner of an item: an area, or the programme.
pub(super) fn owner_cell(dataset: &Dataset, item: ItemIndex) -> PageCell {
    match item.area() {
        Some(area) => area_cell(dataset, area),
        None => PageCell::from(owner_name(dataset, item)).short("Programme"),
    }
}

/// Returns a cell for the number of the priority that a fact belongs to, if it belongs to one.
pub(super) fn priority_cell(dataset: &Dataset, owner: OwnerIndex) -> PageCell {
    match owner {
        OwnerIndex::Priority(priority) => PageCell::number(dataset.priority(priority).number),
        _ => PageCell::default(),
    }
}

/// Returns a cell for a period or a deadline in words, with its last day as the value.
pub(super) fn period_cell(period: &Period) -> PageCell {
    let cell = PageCell::from(&period.words);
    match period.to.or(period.from) {
        Some(date) => cell.value(CellValue::Date(date)),
        None => cell,
    }
}
