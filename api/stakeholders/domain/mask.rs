//! What of a contact is shown with the record: enough to know whether it is the same, too little to reach anybody.

/// The last two digits of a telephone number.
pub fn masked_phone(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let last: String = digits.iter().skip(digits.len().saturating_sub(2)).collect();
    format!("••• {last}")
}

/// The first letter of an e-mail address; where it leads is not shown either, since many a domain is one person's.
pub fn masked_email(email: &str) -> String {
    let first: String = email.chars().take(1).collect();
    format!("{first}•••@•••")
}

/// That there is one.
pub fn masked_address(_: &str) -> String {
    "•••".into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_gives_nobody_away() {
        assert_eq!(masked_phone("+996 (555) 12-34-56"), "••• 56");
        assert_eq!(masked_phone("7"), "••• 7");
        assert_eq!(masked_email("aigul@example.org"), "a•••@•••");
        assert_eq!(masked_address("Барскоон, Ленин көчөсү 4"), "•••");
    }
}
