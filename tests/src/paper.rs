//! What came out of the virtual printer, looked at.

use holdfast_virtual_printer::Slip;

/// Every QR code on a paper, read as a scanner does.
#[must_use]
pub fn qr_of(slip: &Slip) -> Vec<String> {
    let grey = |x: usize, y: usize| if slip.rows[y][x] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(slip.width, slip.rows.len(), grey);
    let grids = image.detect_grids();
    grids.iter().map(|grid| grid.decode().unwrap().1).collect()
}

/// Keeps it as a picture where `HOLDFAST_PICTURES` says.
pub fn keep(name: &str, slip: &Slip) {
    if let Some(path) = crate::pictures::place(&format!("printed_{name}.png")) {
        std::fs::write(path, slip.png().unwrap()).unwrap();
    }
}
