//! Places of the country that tests speak of, by their codes.

/// An aimak of one focus area, and the raion that it lies in.
pub const JETI_OGUZ: &str = "KG-Y-jeti-oguz";
pub const BARSKOON: &str = "KG-Y-jeti-oguz-barskoon";
/// An aimak of another focus area, far away, and its raion.
pub const ALA_BUKA: &str = "KG-J-ala-buka";
pub const PERVOMAY: &str = "KG-J-ala-buka-pervomay";
