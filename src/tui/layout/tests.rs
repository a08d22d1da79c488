use super::*;

#[test]
fn panes_fill_the_screen_and_never_overlap() {
    for (width, height) in (20..260).flat_map(|width| (5..90).map(move |height| (width, height))) {
        for list in [Pane::Areas, Pane::Priorities, Pane::Facts] {
            let layout = ScreenLayout::new(Size::new(width, height)).focused_on(list);
            let rects = layout.pane_rects().expect("it is large enough");
            let shown = Pane::ALL.into_iter().filter(|&pane| rects.is_shown(pane));
            let area = |rect: Rect| u32::from(rect.width) * u32::from(rect.height);
            let panes: u32 = shown.clone().map(|pane| area(rects.pane(pane))).sum();
            let whole = u32::from(width) * u32::from(height - 2);
            let times = if matches!(layout, ScreenLayout::Single(_)) {
                4
            } else {
                1
            };
            assert_eq!(panes, whole * times, "{width}x{height}");
            assert!(rects.is_shown(list) && rects.is_shown(Pane::Detail));
            for pane in shown {
                let inner = rects.inner(pane);
                assert!(
                    inner.height >= 2 && inner.width >= 16,
                    "{pane:?} at {width}x{height}: {inner:?}"
                );
                assert!(inner.right() <= width && inner.bottom() < height);
            }
        }
    }
}

#[test]
fn twelve_areas_in_thirteen_lines_and_the_programme_fit_from_24_rows() {
    for width in [80, 100, 120, 160] {
        let layout = ScreenLayout::new(Size::new(width, 24));
        let rects = layout.pane_rects().expect("it is large enough");
        assert!(rects.inner(Pane::Areas).height >= 14, "{width}");
    }
}

#[test]
fn panes_have_the_sizes_of_the_design() {
    let widths = |width, height, list| {
        let layout = ScreenLayout::new(Size::new(width, height)).focused_on(list);
        let rects = layout.pane_rects().expect("it is large enough");
        Pane::ALL.map(|pane| (rects.pane(pane).width, rects.pane(pane).height))
    };
    assert_eq!(
        widths(80, 24, Pane::Areas),
        [(29, 15), (25, 15), (26, 15), (80, 7)]
    );
    assert_eq!(
        widths(80, 24, Pane::Facts),
        [(0, 0), (27, 15), (53, 15), (80, 7)]
    );
    assert_eq!(
        widths(120, 40, Pane::Areas),
        [(34, 24), (34, 24), (52, 38), (68, 14)]
    );
    assert_eq!(
        widths(200, 50, Pane::Areas),
        [(34, 48), (35, 48), (66, 48), (65, 48)]
    );
    assert_eq!(
        widths(60, 16, Pane::Areas),
        [(29, 8), (31, 8), (0, 0), (60, 6)]
    );
    assert_eq!(
        widths(60, 16, Pane::Facts),
        [(0, 0), (27, 8), (33, 8), (60, 6)]
    );
}
