//! Records that tests need, put straight into the database.

use std::sync::LazyLock;

use chrono::{Days, Utc};
use diesel::prelude::*;
use maslahat::accounts::AccountId;
use maslahat::api_keys::ApiKeyId;
use maslahat::authn::token::Bearer;
use maslahat::authn::{new_secret, password};
use maslahat::authz::{KeyScope, Role};
use maslahat::db::Conn;
use maslahat::db::types::Moment;
use maslahat::organisations::OrganisationId;
use maslahat::places::PlaceId;
use maslahat::programmes::{FocusAreaId, ProgrammeId};
use maslahat::schema::{
    account_places, account_programmes, accounts, api_keys, focus_area_places, focus_areas, organisations, places,
    programmes, sites,
};
use maslahat::sessions;
use maslahat::sites::SiteId;

use super::{Client, World, enrol};

/// The password of every account made here.
pub const PASSWORD: &str = "koi-kyrkuu-1974-ai-tamga";

/// One hash for all: it takes its time by design.
static PASSWORD_HASH: LazyLock<String> = LazyLock::new(|| password::hash_now(PASSWORD).unwrap());

/// An account to be made.
#[derive(Clone)]
pub struct Account {
    pub role: Role,
    pub organisation: OrganisationId,
    pub places: Vec<PlaceId>,
    pub programmes: Vec<ProgrammeId>,
}

/// An account that was made, signed in.
#[derive(Clone)]
pub struct Person {
    pub id: AccountId,
    pub email: String,
    pub client: Client,
}

impl World {
    pub async fn place(&self, code: &'static str) -> PlaceId {
        self.look(move |conn| Ok(places::table.filter(places::code.eq(code)).select(places::id).first(conn)?)).await
    }

    pub async fn programme(&self, name: &'static str) -> ProgrammeId {
        let id = ProgrammeId::at(Utc::now());
        let today = Utc::now().date_naive();
        self.change(move |conn| {
            diesel::insert_into(programmes::table)
                .values((
                    (programmes::id.eq(id), programmes::status.eq("running")),
                    (programmes::name_ky.eq(name), programmes::name_ru.eq(name), programmes::name_en.eq(name)),
                    (programmes::objectives_ky.eq("-"), programmes::objectives_ru.eq("-")),
                    programmes::objectives_en.eq("-"),
                    (programmes::starts_on.eq(today - Days::new(30)), programmes::ends_on.eq(today + Days::new(300))),
                ))
                .execute(conn)?;
            Ok(id)
        })
        .await
    }

    /// Makes a place, with all below it, a focus area of a programme.
    pub async fn focus(&self, programme: ProgrammeId, place: PlaceId) {
        let area = FocusAreaId::at(Utc::now());
        self.change(move |conn| {
            diesel::insert_into(focus_areas::table)
                .values((
                    (focus_areas::id.eq(area), focus_areas::programme_id.eq(programme)),
                    (focus_areas::name_ky.eq("-"), focus_areas::name_ru.eq("-"), focus_areas::name_en.eq("-")),
                ))
                .execute(conn)?;
            diesel::insert_into(focus_area_places::table)
                .values((focus_area_places::focus_area_id.eq(area), focus_area_places::place_id.eq(place)))
                .execute(conn)?;
            Ok(())
        })
        .await;
    }

    /// An organisation; an authority needs its territory.
    pub async fn organisation(
        &self,
        kind: &'static str,
        name: &'static str,
        territory: Option<PlaceId>,
    ) -> OrganisationId {
        let id = OrganisationId::at(Utc::now());
        self.change(move |conn| {
            diesel::insert_into(organisations::table)
                .values((
                    (organisations::id.eq(id), organisations::kind.eq(kind)),
                    (organisations::name_ky.eq(name), organisations::name_ru.eq(name)),
                    (organisations::name_en.eq(name), organisations::territory_id.eq(territory)),
                ))
                .execute(conn)?;
            Ok(id)
        })
        .await
    }

    pub async fn site(&self, name: &'static str, company: OrganisationId, place: PlaceId) -> SiteId {
        let id = SiteId::at(Utc::now());
        self.change(move |conn| {
            diesel::insert_into(sites::table)
                .values((
                    (sites::id.eq(id), sites::organisation_id.eq(company), sites::place_id.eq(place)),
                    (sites::name_ky.eq(name), sites::name_ru.eq(name), sites::name_en.eq(name)),
                    (sites::licence_number.eq(id.to_string()), sites::mineral.eq("gold")),
                    sites::stage.eq("production"),
                ))
                .execute(conn)?;
            Ok(id)
        })
        .await
    }

    /// An account of the NGO's with this role, in no programme, signed in.
    pub async fn office(&self, role: Role) -> Person {
        let organisation = self.organisation("ngo", "Yntymak", None).await;
        self.account(Account { role, organisation, places: vec![], programmes: vec![] }).await
    }

    /// An account, signed in, with a second factor if it needs one.
    pub async fn account(&self, account: Account) -> Person {
        let factors = self.system.factors.clone();
        let with_factor = factors.demand.of(account.role);
        self.account_with(account, move |conn, id| if with_factor { enrol(conn, &factors, id) } else { Ok(()) }).await
    }

    /// An account of the NGO's that still has to set up a second factor, signed in.
    pub async fn newcomer(&self, role: Role) -> Person {
        let organisation = self.organisation("ngo", "Yntymak", None).await;
        let account = Account { role, organisation, places: vec![], programmes: vec![] };
        self.account_with(account, |_, _| Ok(())).await
    }

    async fn account_with(
        &self,
        account: Account,
        complete: impl FnOnce(&mut Conn, AccountId) -> maslahat::error::Result<()> + Send + 'static,
    ) -> Person {
        let now = Utc::now();
        let id = AccountId::at(now);
        let email = format!("{}-{id}@example.org", account.role);
        let address = email.clone();
        let session = self
            .change(move |conn| {
                insert(conn, id, &address, &account)?;
                complete(conn, id)?;
                Ok(sessions::store::open(conn, id, "Test", now)?.0)
            })
            .await;
        let token = self.tokens.sign(Bearer::Session { account: id, session }, now).unwrap();
        Person { id, email, client: self.stranger.with(token) }
    }

    /// A partner's key.
    pub async fn key(&self, maker: AccountId, programme: ProgrammeId, scopes: &'static [KeyScope]) -> Client {
        let partner = self.organisation("partner", "Partner", None).await;
        let now = Utc::now();
        let id = ApiKeyId::at(now);
        let (secret, hash) = new_secret(id);
        let scopes: Vec<&str> = scopes.iter().map(KeyScope::as_str).collect();
        let scopes = scopes.join(" ");
        self.change(move |conn| {
            diesel::insert_into(api_keys::table)
                .values((
                    (api_keys::id.eq(id), api_keys::name.eq("Key"), api_keys::secret_hash.eq(hash)),
                    (api_keys::organisation_id.eq(partner), api_keys::programme_id.eq(programme)),
                    (api_keys::scopes.eq(scopes), api_keys::created_by.eq(maker)),
                    (
                        api_keys::created_at.eq(Moment::from(now)),
                        api_keys::expires_at.eq(Moment::from(now + Days::new(30))),
                    ),
                ))
                .execute(conn)?;
            Ok(())
        })
        .await;
        self.stranger.with(secret)
    }
}

fn insert(conn: &mut Conn, id: AccountId, email: &str, account: &Account) -> maslahat::error::Result<()> {
    diesel::insert_into(accounts::table)
        .values((
            (accounts::id.eq(id), accounts::email.eq(email), accounts::name.eq(account.role.as_str())),
            (accounts::role.eq(account.role), accounts::language.eq("ky")),
            (accounts::organisation_id.eq(account.organisation), accounts::active.eq(true)),
            (accounts::password_hash.eq(PASSWORD_HASH.as_str()), accounts::created_at.eq(Moment::from(Utc::now()))),
        ))
        .execute(conn)?;
    for place in &account.places {
        diesel::insert_into(account_places::table)
            .values((account_places::account_id.eq(id), account_places::place_id.eq(place)))
            .execute(conn)?;
    }
    for programme in &account.programmes {
        diesel::insert_into(account_programmes::table)
            .values((account_programmes::account_id.eq(id), account_programmes::programme_id.eq(programme)))
            .execute(conn)?;
    }
    Ok(())
}
