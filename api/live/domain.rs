//! What can be followed, and what is told of it.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::agreements::AgreementId;
use crate::commitments::CommitmentId;
use crate::db::types::words;
use crate::grievances::GrievanceId;
use crate::http::Version;
use crate::meetings::MeetingId;

words! {
    /// A kind of record that can be followed.
    #[schema(as = LiveKind)]
    Kind { Grievance, Agreement, Commitment, Meeting, MeetingDay }
}

/// A record that somebody follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKey {
    Grievance(GrievanceId),
    Agreement(AgreementId),
    Commitment(CommitmentId),
    Meeting(MeetingId),
    /// What is noted of it on the day.
    MeetingDay(MeetingId),
}

/// Which records to follow: one of each kind at most, one at least.
#[derive(Clone, Copy, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Followed {
    pub grievance: Option<GrievanceId>,
    pub agreement: Option<AgreementId>,
    pub commitment: Option<CommitmentId>,
    pub meeting: Option<MeetingId>,
    /// The meeting of which the day is followed.
    pub meeting_day: Option<MeetingId>,
}

impl Followed {
    pub fn records(self) -> Vec<RecordKey> {
        let Self { grievance, agreement, commitment, meeting, meeting_day } = self;
        let all = [
            grievance.map(RecordKey::Grievance),
            agreement.map(RecordKey::Agreement),
            commitment.map(RecordKey::Commitment),
            meeting.map(RecordKey::Meeting),
            meeting_day.map(RecordKey::MeetingDay),
        ];
        all.into_iter().flatten().collect()
    }
}

/// The data of a `changed` event: the record has this version now.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordChanged {
    pub kind: Kind,
    #[schema(format = Uuid)]
    pub id: String,
    pub version: Version,
}

impl RecordChanged {
    pub fn of(record: RecordKey, version: Version) -> Self {
        let (kind, id) = match record {
            RecordKey::Grievance(id) => (Kind::Grievance, id.to_string()),
            RecordKey::Agreement(id) => (Kind::Agreement, id.to_string()),
            RecordKey::Commitment(id) => (Kind::Commitment, id.to_string()),
            RecordKey::Meeting(id) => (Kind::Meeting, id.to_string()),
            RecordKey::MeetingDay(id) => (Kind::MeetingDay, id.to_string()),
        };
        Self { kind, id, version }
    }
}
