//! What the demonstration's reporters said when they were asked whether anybody does them harm.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::grievances::store::reread;
use crate::protection::CheckInId;
use crate::protection::check_ins::domain::CheckInAnswer;
use crate::protection::check_ins::store::answer;
use crate::protection::check_ins::view::CheckInInput;
use crate::schema::check_ins;
use crate::secrets::Sealer;

/// The latest questions wait for whoever tries the demonstration.
const WAITING: TimeDelta = TimeDelta::days(5);

const PRESSED: &str = "Дүкөндө бир киши жаныма келип, «көп сүйлөбө» деп айтты. Аны тааныбайм.";

/// Answers what was asked before; one answer worries.
pub fn load(conn: &mut Conn, sealer: &Sealer, now: DateTime<Utc>) -> Result<()> {
    let asked: Vec<(CheckInId, GrievanceId, Moment)> = check_ins::table
        .filter(check_ins::state.eq("waiting"))
        .filter(check_ins::due_at.lt(Moment::from(now - WAITING)))
        .order((check_ins::due_at.desc(), check_ins::id))
        .select((check_ins::id, check_ins::grievance_id, check_ins::due_at))
        .load(conn)?;
    for (number, (check_in_id, case, due_at)) in asked.into_iter().enumerate() {
        let (answered, words) =
            if number == 0 { (CheckInAnswer::Pressed, Some(PRESSED.into())) } else { (CheckInAnswer::Calm, None) };
        let case = reread(conn, case)?;
        let input = CheckInInput { check_in_id, answer: answered, words };
        answer(conn, sealer, &case, input, due_at.utc() + TimeDelta::days(1))?;
    }
    Ok(())
}
