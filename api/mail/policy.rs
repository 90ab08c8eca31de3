//! Who looks after e-mails.

use crate::authz::{Reach, Role, actions};

actions! {
    GetMailService "get_mail_service" => administrators;
    ListMails "list_mails" => administrators;
    GetMail "get_mail" => administrators;
    RetryMail "retry_mail" => administrators;
    GiveUpMail "give_up_mail" => administrators;
}

fn administrators(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Partner => {
            Reach::Nothing
        }
    }
}
