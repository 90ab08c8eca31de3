//! Recovery codes: twelve letters and digits that stand for a code of the phone, once.
//!
//! 60 random bits, of which the database keeps an HMAC under a key that is not in it: a stolen copy gives nobody a code,
//! and needs no slow hash for that.

use hmac::{Hmac, KeyInit, Mac};
use rand::RngExt;
use sha2::Sha256;

use crate::accounts::AccountId;
use crate::error::{ApiError, Result};

/// Crockford's base32: no letter looks like a digit.
const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p',
    'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z',
];
const LENGTH: usize = 12;
const GROUP: usize = 4;

/// A new code, as it is shown: `k7mq-2xpd-9fhr`.
pub fn draw() -> String {
    let mut rng = rand::rng();
    let mut code = String::with_capacity(LENGTH + LENGTH / GROUP);
    for place in 0..LENGTH {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        code.extend(LETTERS.get(rng.random_range(0..LETTERS.len())));
    }
    code
}

/// A code as people type it: any letter case, with or without dashes, `O` for nought. `None` for what is not one.
pub fn read(typed: &str) -> Option<String> {
    let code: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(meant).collect();
    (code.chars().count() == LENGTH && code.chars().all(|c| LETTERS.contains(&c))).then_some(code)
}

fn meant(letter: char) -> char {
    match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    }
}

/// What the database keeps of an account's code, which [`read`] has understood.
pub fn hash(pepper: &[u8], account: AccountId, code: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(pepper).map_err(|_| ApiError::Internal)?;
    mac.update(b"maslahat recovery code v1");
    mac.update(account.as_str().as_bytes());
    mac.update(code.as_bytes());
    Ok(hex::encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = draw();
        let plain = read(&code).unwrap();
        assert_eq!(plain.len(), LENGTH);
        assert_eq!(read(&code.to_uppercase()), Some(plain.clone()));
        assert_eq!(read(&format!(" {} ", plain)), Some(plain));
        assert_eq!(read("OIL0-0000-0000"), Some("011000000000".into()));
    }

    #[test]
    fn what_is_not_a_code_is_not_read() {
        for typed in ["", "123456", "k7mq-2xpd-9fh", "k7mq-2xpd-9fhrr", "k7mq-2xpd-9fhu", "коду-коду-коду"]
        {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_account_s_code_is_nothing_to_another() {
        let account = AccountId::random();
        let kept = hash(&[1; 32], account, "k7mq2xpd9fhr").unwrap();
        assert_ne!(kept, hash(&[1; 32], AccountId::random(), "k7mq2xpd9fhr").unwrap());
        assert_ne!(kept, hash(&[2; 32], account, "k7mq2xpd9fhr").unwrap());
    }
}
