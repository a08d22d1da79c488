//! Drawn maps that are kept until the size, the part of the country or the labels change.

use std::{cell::RefCell, rc::Rc};

use ratatui::layout::Size;

use super::{
    label_text::LabelText,
    marks::MarkedArea,
    projection::Projection,
    surface::{MapLabels, MapSurface},
    zoom::MapExtent,
};

/// The last drawn map. It follows from the state, so that keeping it changes nothing but the time that a frame takes.
#[derive(Debug, Clone, Default)]
pub(super) struct MapCache {
    surface: RefCell<Option<(Size, MapExtent, Rc<MapSurface>)>>,
    /// The labels of the surface, and whether they are in ASCII.
    labels: RefCell<Option<(bool, Rc<MapLabels>)>>,
}

impl MapCache {
    /// Returns the map of a size and a part of the country.
    pub(super) fn surface(
        &self,
        size: Size,
        extent: MapExtent,
        label_columns: f64,
        areas: &[MarkedArea],
    ) -> Rc<MapSurface> {
        if let Some((kept_size, kept_extent, surface)) = &*self.surface.borrow()
            && (*kept_size, *kept_extent) == (size, extent)
        {
            return Rc::clone(surface);
        }
        let projection = Projection::new(size, extent.window, label_columns);
        let surface = Rc::new(MapSurface::new(projection, areas, extent.has_land));
        *self.surface.borrow_mut() = Some((size, extent, Rc::clone(&surface)));
        self.forget_labels();
        surface
    }

    /// Returns the labels of a map.
    pub(super) fn labels(
        &self,
        surface: &MapSurface,
        ascii: bool,
        texts: impl FnOnce() -> Vec<LabelText>,
    ) -> Rc<MapLabels> {
        if let Some((kept_ascii, labels)) = &*self.labels.borrow()
            && *kept_ascii == ascii
        {
            return Rc::clone(labels);
        }
        let labels = Rc::new(MapLabels::new(surface, &texts()));
        *self.labels.borrow_mut() = Some((ascii, Rc::clone(&labels)));
        labels
    }

    /// Forgets everything: other areas are shown.
    pub(super) fn forget(&self) {
        *self.surface.borrow_mut() = None;
        self.forget_labels();
    }

    /// Forgets the labels: their texts have changed.
    pub(super) fn forget_labels(&self) {
        *self.labels.borrow_mut() = None;
    }
}
