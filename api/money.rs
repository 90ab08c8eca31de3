//! Money: whole numbers of minor units of one currency, never fractions.

use crate::db::types::words;

words! {
    /// A currency (ISO 4217).
    Currency {
        #[serde(rename = "KGS")]
        #[strum(serialize = "KGS")]
        Kgs,
        #[serde(rename = "USD")]
        #[strum(serialize = "USD")]
        Usd,
        #[serde(rename = "EUR")]
        #[strum(serialize = "EUR")]
        Eur,
    }
}

/// The largest amount that is taken: a hundred billion.
pub const MOST: i64 = 10_000_000_000_000;

/// The sum of amounts; none if it is larger than any amount may be.
pub fn sum(amounts: impl IntoIterator<Item = i64>) -> Option<i64> {
    let all = amounts.into_iter().try_fold(0_i64, i64::checked_add)?;
    (0..=MOST).contains(&all).then_some(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_sum_is_exact_or_none(amounts in prop::collection::vec(0..=i64::MAX, 0..20)) {
            let exact: i128 = amounts.iter().map(|amount| i128::from(*amount)).sum();
            let expected = if exact <= i128::from(MOST) { i64::try_from(exact).ok() } else { None };
            prop_assert_eq!(sum(amounts), expected);
        }
    }

    #[test]
    fn a_currency_is_spelt_as_everybody_spells_it() {
        assert_eq!(Currency::Kgs.as_str(), "KGS");
        assert_eq!("USD".parse(), Ok(Currency::Usd));
    }
}
