//! What a stakeholder of the demonstration agreed to and gave, and what staff thought of it.

use super::likeness::Likeness;
use crate::error::{ApiError, Result};
use crate::stakeholders::domain::ConsentForm;
use crate::stakeholders::input::StakeholderContact;

impl Likeness<'_> {
    pub fn consents(&self) -> bool {
        self.draw(14, 10) < 7
    }

    pub fn withdraws(&self) -> bool {
        self.draw(15, 12) == 0
    }

    pub fn form(&self) -> ConsentForm {
        match self.draw(16, 8) {
            ..4 => ConsentForm::Spoken,
            4..7 => ConsentForm::Signed,
            7.. => ConsentForm::Thumbprint,
        }
    }

    pub fn purpose(&self) -> Result<String> {
        self.text(17, &self.words.purposes)
    }

    pub fn withdrawal(&self) -> Result<String> {
        self.words.withdrawals.get(&self.language()).cloned().ok_or(ApiError::Internal)
    }

    /// A number of nobody, and at times where to go.
    pub fn contact(&self) -> Result<StakeholderContact> {
        let phone = format!("+996 000 {:06}", self.draw(18, 999_983));
        let street = self.words.streets.get(&self.language()).ok_or(ApiError::Internal)?;
        let address = (self.draw(19, 2) == 0).then(|| format!("{street}, {}", self.draw(20, 120) + 1));
        let email = (self.draw(21, 4) == 0).then(|| format!("stakeholder-{}@example.org", self.number + 1));
        Ok(StakeholderContact { phone: Some(phone), email, address })
    }

    /// Influence, interest and stance, from the first time they were assessed to the last; nothing for some.
    pub fn opinions(&self) -> Vec<[i64; 3]> {
        let small = |salt, count| i64::try_from(self.draw(salt, count)).unwrap_or_default();
        let first = [1 + small(22, 5), 1 + small(23, 5), small(24, 5) - 2];
        let times = match self.draw(25, 8) {
            0 => 0,
            1..5 => 1,
            5..7 => 2,
            7.. => 3,
        };
        let mut opinions = vec![];
        let mut opinion = first;
        for time in 0..times {
            opinions.push(opinion);
            let [influence, interest, stance] = opinion;
            let step = if self.draw(26, 3) == 0 { -1 } else { 1 };
            opinion = [influence, (interest + time).clamp(1, 5), (stance + step).clamp(-2, 2)];
        }
        opinions
    }

    pub fn reason(&self, stance: i64) -> Result<String> {
        let reasons = &self.words.reasons;
        let fitting = match stance {
            ..0 => &reasons.against,
            0 => &reasons.between,
            1.. => &reasons.with,
        };
        self.text(27, fitting)
    }
}
