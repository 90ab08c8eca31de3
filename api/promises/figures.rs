//! How many promises stand how.

use super::view::PromiseFigures;
use crate::commitments::domain::CommitmentStanding;

impl PromiseFigures {
    pub fn add(&mut self, standing: CommitmentStanding, promises: i64) {
        self.published += promises;
        let counted = match standing {
            CommitmentStanding::Running => &mut self.running,
            CommitmentStanding::Overdue => &mut self.overdue,
            CommitmentStanding::Awaiting => &mut self.awaiting,
            CommitmentStanding::InTime => &mut self.in_time,
            CommitmentStanding::Late => &mut self.late,
            CommitmentStanding::Broken => &mut self.broken,
        };
        *counted += promises;
        self.kept = self.in_time + self.late;
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn each_promise_is_counted_once() {
        let mut figures = PromiseFigures::default();
        CommitmentStanding::VARIANTS.iter().for_each(|standing| figures.add(*standing, 1));
        let PromiseFigures { published, kept, in_time, late, running, awaiting, overdue, broken } = figures;
        assert_eq!(published, kept + running + awaiting + overdue + broken);
        assert_eq!([kept, in_time, late, running, awaiting, overdue, broken], [2, 1, 1, 1, 1, 1, 1]);
    }
}
