//! The way to an item in the outline.

use super::level::{AreaRow, PriorityRow, ProgrammeSection};
use crate::dataset::{FactIndex, ItemIndex, OwnerIndex};

/// Returns the rows of all three levels that lead to an item. Themes, terms and sources are not
/// in the outline.
#[must_use]
pub fn path_to(item: ItemIndex) -> Option<(AreaRow, Option<PriorityRow>, Option<FactIndex>)> {
    match item {
        ItemIndex::Programme => Some((AreaRow::Programme, None, None)),
        ItemIndex::Area(area) => Some((AreaRow::Area(area), None, None)),
        ItemIndex::Priority(priority) => Some((
            AreaRow::Area(priority.area()),
            Some(PriorityRow::Priority(priority)),
            None,
        )),
        ItemIndex::Fact(fact) => {
            let (area_row, priority_row) = match fact.owner {
                OwnerIndex::Programme => {
                    let section = ProgrammeSection::ALL
                        .into_iter()
                        .find(|section| section.kinds().contains(&fact.kind))?;
                    (AreaRow::Programme, PriorityRow::Programme(section))
                }
                OwnerIndex::Area(area) => (AreaRow::Area(area), PriorityRow::AboutArea(area)),
                OwnerIndex::Priority(priority) => (
                    AreaRow::Area(priority.area()),
                    PriorityRow::Priority(priority),
                ),
            };
            Some((area_row, Some(priority_row), Some(fact)))
        }
        ItemIndex::Theme(_) | ItemIndex::Term(_) | ItemIndex::Source(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::Dataset,
        query::{
            filter::Filter,
            outline::{fact_rows, priority_rows},
            snapshot::Snapshot,
        },
    };

    #[test]
    fn path_leads_to_every_fact() {
        let dataset = Dataset::bundled();
        for (fact, _) in dataset.owners().flat_map(|owner| dataset.facts(owner)) {
            let (area_row, priority_row, found) =
                path_to(ItemIndex::Fact(fact)).expect("a fact has a path");
            let priority_row = priority_row.expect("a fact has a row of the second level");
            assert!(
                priority_rows(Snapshot::latest(&dataset), &Filter::default(), area_row)
                    .contains(&priority_row)
            );
            assert!(
                fact_rows(Snapshot::latest(&dataset), &Filter::default(), priority_row)
                    .iter()
                    .any(|row| Some(row.fact) == found)
            );
        }
    }
}
