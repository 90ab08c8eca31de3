//! Everybody who may meet over a case: one person for each role and distance.

use maslahat::authz::{KeyScope, Role};
use maslahat::organisations::OrganisationId;
use maslahat::places::PlaceId;
use maslahat::programmes::ProgrammeId;
use maslahat::sites::SiteId;

use super::make::{Account, Person};
use super::places::{ALA_BUKA, BARSKOON, JETI_OGUZ, PERVOMAY};
use super::{Client, World};

/// One side of the country: a place, the authority over it, a company with a site there, its community.
pub struct Side {
    pub aimak: PlaceId,
    pub site: SiteId,
    pub company: Person,
    pub authority: Person,
    pub community: Person,
}

pub struct Cast {
    pub programme: ProgrammeId,
    pub ngo: OrganisationId,
    /// Where the case is.
    pub near: Side,
    /// The same programme, far away.
    pub far: Side,
    pub staff: Person,
    pub second_staff: Person,
    pub protection: Person,
    pub admin: Person,
    /// Staff of another programme.
    pub other_staff: Person,
    /// A partner's key of the programme, with every scope.
    pub partner: Client,
    /// A partner's key of the other programme, with every scope.
    pub other_partner: Client,
}

const EVERY_SCOPE: &[KeyScope] = &[KeyScope::ReferenceRead, KeyScope::GrievancesCreate, KeyScope::GrievancesRead];

impl World {
    pub async fn cast(&self) -> Cast {
        let programme = self.programme("Dialogue").await;
        let other = self.programme("Pilot").await;
        let ngo = self.organisation("ngo", "Yntymak", None).await;
        let office = |role, programme| Account { role, organisation: ngo, places: vec![], programmes: vec![programme] };
        let admin = self.account(office(Role::Admin, programme)).await;
        Cast {
            programme,
            ngo,
            near: self.side(programme, BARSKOON, JETI_OGUZ).await,
            far: self.side(programme, PERVOMAY, ALA_BUKA).await,
            staff: self.account(office(Role::Staff, programme)).await,
            second_staff: self.account(office(Role::Staff, programme)).await,
            protection: self.account(office(Role::Protection, programme)).await,
            other_staff: self.account(office(Role::Staff, other)).await,
            partner: self.key(admin.id, programme, EVERY_SCOPE).await,
            other_partner: self.key(admin.id, other, EVERY_SCOPE).await,
            admin,
        }
    }

    async fn side(&self, programme: ProgrammeId, aimak: &'static str, raion: &'static str) -> Side {
        let (aimak, raion) = (self.place(aimak).await, self.place(raion).await);
        self.focus(programme, aimak).await;
        let company = self.organisation("company", "Kaiberen", None).await;
        let authority = self.organisation("authority", "Administration", Some(raion)).await;
        let community = self.organisation("community_group", "Herders", None).await;
        let member = |role: Role, organisation: OrganisationId, places: Vec<PlaceId>| {
            self.account(Account { role, organisation, places, programmes: vec![programme] })
        };
        Side {
            aimak,
            site: self.site("Ak-Tash", company, aimak).await,
            company: member(Role::Company, company, vec![]).await,
            authority: member(Role::Authority, authority, vec![]).await,
            community: member(Role::Community, community, vec![aimak]).await,
        }
    }
}
