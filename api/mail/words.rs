//! What e-mails say, in each language: that something waits, and nothing of what it is.

use super::MailKind;
use crate::names::Language;

/// The words of an e-mail. `{url}` stands for where the web app is.
pub struct Words {
    pub subject: &'static str,
    pub text: &'static str,
}

/// The words of a kind of e-mail.
pub fn of(kind: MailKind, language: Language) -> Words {
    match (kind, language) {
        (MailKind::Notifications, Language::Ky) => Words {
            subject: "Маслахат: сизди жаңы билдирүү күтүп турат",
            text: "Саламатсызбы!\n\n\
                Маслахатта сизди окула элек билдирүү күтүп турат. Аны окуу үчүн кириңиз:\n\n\
                {url}/desk/notifications\n\n\
                Бул катта эмне жөнүндө экени атайын жазылган жок. Бул катка жооп жазбаңыз: аны эч ким окубайт.\n\
                Мындай каттарды албай коюу үчүн: {url}/desk/me\n",
        },
        (MailKind::Notifications, Language::Ru) => Words {
            subject: "Маслахат: вас ждёт новое уведомление",
            text: "Здравствуйте!\n\n\
                В Маслахате вас ждёт непрочитанное уведомление. Чтобы его прочитать, войдите:\n\n\
                {url}/desk/notifications\n\n\
                О чём оно, в письме намеренно не сказано. Не отвечайте на это письмо: его никто не прочитает.\n\
                Чтобы больше не получать таких писем: {url}/desk/me\n",
        },
        (MailKind::Notifications, Language::En) => Words {
            subject: "Maslahat: a new notification waits for you",
            text: "Hello,\n\n\
                A notification that you have not read waits for you in Maslahat. Sign in to read it:\n\n\
                {url}/desk/notifications\n\n\
                What it is about is left out on purpose. Please do not reply: nobody reads the answers.\n\
                To get no more e-mails like this one: {url}/desk/me\n",
        },
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn every_mail_leads_to_the_web_app_and_has_a_subject_of_one_line() {
        for kind in MailKind::VARIANTS {
            for language in Language::VARIANTS {
                let words = of(*kind, *language);
                assert!(words.text.contains("{url}/"), "{kind} {language}");
                assert!(!words.subject.is_empty() && !words.subject.contains('\n'), "{kind} {language}");
            }
        }
    }
}
